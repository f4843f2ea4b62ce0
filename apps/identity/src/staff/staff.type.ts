import { DateTimeScalar, InvalidInputError, connectionOf } from '@platen/platform';
import { Field, ID, InputType, ObjectType, createUnionType } from 'type-graphql';
import { RoleType } from '../roles/role.type';
import { LastAdministratorError } from '../users/last-administrator.type';
import { ActionRefusedError, UserNotFoundError } from '../users/user-administration.type';
import { UserStateEnum } from '../users/user.type';

/** One of the branch's own people. */
@ObjectType('StaffMember', { simpleResolvers: true })
export class StaffMemberType {
  @Field(() => ID)
  id: string;
  @Field()
  email: string;
  @Field()
  firstName: string;
  @Field()
  lastName: string;
  @Field(() => UserStateEnum)
  state: string;
  @Field(() => RoleType)
  role: RoleType;
  @Field(() => DateTimeScalar, { nullable: true })
  lastSignedInAt: Date | null;
  @Field()
  hasSecondFactor: boolean;
  @Field()
  viewerCanChangeRole: boolean;
  @Field()
  viewerCanDeactivate: boolean;
  @Field()
  viewerCanReactivate: boolean;
}

export const StaffConnection = connectionOf('Staff', () => StaffMemberType);

@InputType()
export class UpdateStaffRoleInput {
  @Field(() => ID)
  userId: string;
  @Field(() => ID)
  roleId: string;
}

@ObjectType({ simpleResolvers: true })
export class UpdateStaffRoleSuccess {
  @Field(() => StaffMemberType)
  member: StaffMemberType;
}

@ObjectType({ simpleResolvers: true })
export class DeactivateStaffSuccess {
  @Field(() => StaffMemberType)
  member: StaffMemberType;
}

@ObjectType({ simpleResolvers: true })
export class ReactivateStaffSuccess {
  @Field(() => StaffMemberType)
  member: StaffMemberType;
}

export const UpdateStaffRoleResult = createUnionType({
  name: 'UpdateStaffRoleResult',
  types: () =>
    [
      UpdateStaffRoleSuccess,
      UserNotFoundError,
      ActionRefusedError,
      LastAdministratorError,
      InvalidInputError,
    ] as const,
});

export const DeactivateStaffResult = createUnionType({
  name: 'DeactivateStaffResult',
  types: () =>
    [DeactivateStaffSuccess, UserNotFoundError, ActionRefusedError, LastAdministratorError] as const,
});

export const ReactivateStaffResult = createUnionType({
  name: 'ReactivateStaffResult',
  types: () =>
    [ReactivateStaffSuccess, UserNotFoundError, ActionRefusedError, LastAdministratorError] as const,
});
