import { InvalidInputError, UserError } from '@platen/platform';
import { Field, ID, InputType, ObjectType, createUnionType } from 'type-graphql';
import { LastAdministratorError } from './last-administrator.type';
import { UserType } from './user.type';

/** Whom a command concerns. */
@InputType()
export class UserInput {
  @Field(() => ID)
  userId: string;
}

@InputType({ description: 'For corrections; the mail address is changed by the person alone.' })
export class UpdateUserInput extends UserInput {
  @Field()
  firstName: string;
  @Field()
  lastName: string;
  @Field()
  phone: string;
}

@InputType({ description: "All of a person's rights: what is not named is taken away." })
export class UpdateUserRightsInput extends UserInput {
  @Field(() => ID)
  roleId: string;
  @Field(() => [String], { description: "On top of the role, for example 'invoice:read'." })
  grantedRights: string[];
}

/** Unknown, or not visible: nobody can tell which. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class UserNotFoundError extends UserError {}

/** The person is there, but this cannot be done to the account by you or now. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class ActionRefusedError extends UserError {}

/** A command's success: the person as he is now. */
export interface UserSuccess {
  user: UserType;
}

@ObjectType({ simpleResolvers: true })
export class UpdateUserSuccess implements UserSuccess {
  @Field(() => UserType)
  user: UserType;
}

@ObjectType({ simpleResolvers: true })
export class UpdateUserRightsSuccess implements UserSuccess {
  @Field(() => UserType)
  user: UserType;
}

@ObjectType({ simpleResolvers: true })
export class DeactivateUserSuccess implements UserSuccess {
  @Field(() => UserType)
  user: UserType;
}

@ObjectType({ simpleResolvers: true })
export class ReactivateUserSuccess implements UserSuccess {
  @Field(() => UserType)
  user: UserType;
}

@ObjectType({ simpleResolvers: true })
export class DeleteUserSuccess implements UserSuccess {
  @Field(() => UserType)
  user: UserType;
}

@ObjectType({ simpleResolvers: true })
export class SendPasswordResetSuccess implements UserSuccess {
  @Field(() => UserType)
  user: UserType;
}

export const UpdateUserResult = createUnionType({
  name: 'UpdateUserResult',
  types: () => [UpdateUserSuccess, UserNotFoundError, ActionRefusedError, InvalidInputError] as const,
});

export const UpdateUserRightsResult = createUnionType({
  name: 'UpdateUserRightsResult',
  types: () =>
    [
      UpdateUserRightsSuccess,
      UserNotFoundError,
      ActionRefusedError,
      LastAdministratorError,
      InvalidInputError,
    ] as const,
});

export const DeactivateUserResult = createUnionType({
  name: 'DeactivateUserResult',
  types: () =>
    [DeactivateUserSuccess, UserNotFoundError, ActionRefusedError, LastAdministratorError] as const,
});

export const ReactivateUserResult = createUnionType({
  name: 'ReactivateUserResult',
  types: () => [ReactivateUserSuccess, UserNotFoundError, ActionRefusedError] as const,
});

export const DeleteUserResult = createUnionType({
  name: 'DeleteUserResult',
  types: () => [DeleteUserSuccess, UserNotFoundError, ActionRefusedError, LastAdministratorError] as const,
});

export const SendPasswordResetResult = createUnionType({
  name: 'SendPasswordResetResult',
  types: () => [SendPasswordResetSuccess, UserNotFoundError, ActionRefusedError] as const,
});
