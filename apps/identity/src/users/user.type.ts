import { DateTimeScalar, InvalidInputError, connectionOf } from '@platen/platform';
import { Directive, Field, ID, InputType, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { RoleType } from '../roles/role.type';
import { userStates } from './user-state';

/** Names and values are the same. */
export const UserStateEnum = Object.fromEntries(userStates.map((state) => [state, state]));
registerEnumType(UserStateEnum, {
  name: 'UserState',
  description:
    'INVITED: the account exists, its password is still to be set. ERASED: only a pseudonym is left.',
});

/** A person who signs in; who invited him is a field of the resolver. */
@Directive('@key(fields: "id")')
@ObjectType('User', { simpleResolvers: true })
export class UserType {
  @Field(() => ID)
  id: string;
  @Field({ description: 'Empty when erased.' })
  email: string;
  @Field({ description: 'A pseudonym when erased.' })
  firstName: string;
  @Field()
  lastName: string;
  @Field(() => String, { nullable: true })
  phone: string | null;
  @Field()
  locale: string;
  @Field(() => UserStateEnum)
  state: string;
  @Field()
  roleName: string;
  @Field(() => RoleType)
  role: RoleType;
  @Field(() => [String], { description: 'Given on top of the role.' })
  grantedRights: readonly string[];
  @Field(() => [String], { description: 'All of them, from the role and on top.' })
  rights: readonly string[];
  @Field(() => DateTimeScalar)
  createdAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Null: never so far.' })
  lastSignedInAt: Date | null;
  @Field()
  hasSecondFactor: boolean;
  @Field()
  viewerCanUpdate: boolean;
  @Field()
  viewerCanChangeRights: boolean;
  @Field()
  viewerCanDeactivate: boolean;
  @Field()
  viewerCanReactivate: boolean;
  @Field()
  viewerCanErase: boolean;
  @Field()
  viewerCanResetPassword: boolean;

  invitedById: string | null;
  customerId: string | null;
}

export const UserConnection = connectionOf('User', () => UserType);

@InputType({ description: 'What a list of people is narrowed to.' })
export class UserFilterInput {
  @Field(() => String, { nullable: true, description: 'Part of a name or mail address.' })
  search?: string | null;
  @Field(() => UserStateEnum, { nullable: true, description: 'Without it, everybody who was not erased.' })
  state?: string | null;
  @Field(() => ID, { nullable: true })
  roleId?: string | null;
  @Field(() => String, { nullable: true, description: "Held by role or on top, for example 'order:place'." })
  right?: string | null;
}

@InputType()
export class UpdateMyLocaleInput {
  @Field({ description: 'it, nl or en.' })
  locale: string;
}

@ObjectType({ simpleResolvers: true })
export class UpdateMyLocaleSuccess {
  @Field(() => UserType)
  user: UserType;
}

export const UpdateMyLocaleResult = createUnionType({
  name: 'UpdateMyLocaleResult',
  types: () => [UpdateMyLocaleSuccess, InvalidInputError] as const,
});
