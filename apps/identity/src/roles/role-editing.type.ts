import { IdempotencyConflictError, InvalidInputError, UserError } from '@platen/platform';
import { Field, ID, InputType, Int, ObjectType, createUnionType } from 'type-graphql';
import { LastAdministratorError } from '../users/last-administrator.type';
import { RoleType } from './role.type';

@InputType()
export class CreateRoleInput {
  @Field({ description: 'Same key, same role: it is made once. 8 to 255 characters.' })
  idempotencyKey: string;
  @Field({ description: 'At most 60 characters; unique among the roles of its owner.' })
  name: string;
  @Field(() => [String], { description: "For example 'order:read'; only rights that you have yourself." })
  rights: string[];
}

@InputType({ description: 'The whole role: a right that is not named is taken from everybody who has it.' })
export class UpdateRoleInput {
  @Field(() => ID)
  roleId: string;
  @Field()
  name: string;
  @Field(() => [String])
  rights: string[];
}

@InputType()
export class DeleteRoleInput {
  @Field(() => ID)
  roleId: string;
}

@ObjectType({ simpleResolvers: true })
export class CreateRoleSuccess {
  @Field(() => RoleType)
  role: RoleType;
}

@ObjectType({ simpleResolvers: true })
export class UpdateRoleSuccess {
  @Field(() => RoleType)
  role: RoleType;
}

@ObjectType({ simpleResolvers: true })
export class DeleteRoleSuccess {
  @Field(() => ID)
  roleId: string;
}

/** Unknown, or not visible: nobody can tell which. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class RoleNotFoundError extends UserError {}

/** The role is there, but it cannot be made or changed like this, or not by you. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class RoleRefusedError extends UserError {}

/** Somebody has it, or is invited with it; give them another role first. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class RoleInUseError extends UserError {
  @Field(() => Int)
  people: number;
  @Field(() => Int, { description: 'Open ones.' })
  invitations: number;
}

export const CreateRoleResult = createUnionType({
  name: 'CreateRoleResult',
  types: () =>
    [
      CreateRoleSuccess,
      RoleNotFoundError,
      RoleRefusedError,
      InvalidInputError,
      IdempotencyConflictError,
    ] as const,
});

export const UpdateRoleResult = createUnionType({
  name: 'UpdateRoleResult',
  types: () =>
    [
      UpdateRoleSuccess,
      RoleNotFoundError,
      RoleRefusedError,
      LastAdministratorError,
      InvalidInputError,
    ] as const,
});

export const DeleteRoleResult = createUnionType({
  name: 'DeleteRoleResult',
  types: () => [DeleteRoleSuccess, RoleNotFoundError, RoleRefusedError, RoleInUseError] as const,
});
