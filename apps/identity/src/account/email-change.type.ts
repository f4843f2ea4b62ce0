import { InvalidInputError, UserError } from '@platen/platform';
import { Field, InputType, ObjectType, createUnionType } from 'type-graphql';
import { TooManyAttemptsError } from '../sessions/session.type';
import { LinkInvalidError } from '../users/link-invalid.type';

@InputType()
export class RequestEmailChangeInput {
  @Field()
  newEmail: string;
  @Field()
  currentPassword: string;
}

@ObjectType({ simpleResolvers: true })
export class RequestEmailChangeSuccess {
  @Field({ description: 'As it will be kept; a domain that only looks like another shows as what it is.' })
  newEmail: string;
}

export const RequestEmailChangeResult = createUnionType({
  name: 'RequestEmailChangeResult',
  types: () => [RequestEmailChangeSuccess, InvalidInputError, TooManyAttemptsError] as const,
});

/** Another account has the address; nothing was changed. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class EmailTakenError extends UserError {}

@InputType()
export class EmailLinkInput {
  @Field({ description: 'What follows # in the link.' })
  token: string;
}

@ObjectType({ simpleResolvers: true })
export class ConfirmEmailChangeSuccess {
  @Field({ description: 'The sign-in name from now on.' })
  email: string;
}

export const ConfirmEmailChangeResult = createUnionType({
  name: 'ConfirmEmailChangeResult',
  types: () => [ConfirmEmailChangeSuccess, LinkInvalidError, EmailTakenError] as const,
});

@ObjectType({ simpleResolvers: true })
export class UndoEmailChangeSuccess {
  @Field({ description: 'The sign-in name, as before. It has been sent a link to set a new password.' })
  email: string;
}

export const UndoEmailChangeResult = createUnionType({
  name: 'UndoEmailChangeResult',
  types: () => [UndoEmailChangeSuccess, LinkInvalidError, EmailTakenError] as const,
});
