import { InvalidInputError } from '@platen/platform';
import { Field, InputType, ObjectType, createUnionType } from 'type-graphql';
import { TooManyAttemptsError } from '../sessions/session.type';
import { LinkInvalidError } from '../users/link-invalid.type';

@InputType()
export class ChangeMyPasswordInput {
  @Field()
  currentPassword: string;
  @Field({ description: '15 to 1024 characters, 8 with a second factor; kept exactly as typed.' })
  newPassword: string;
}

@ObjectType({ simpleResolvers: true })
export class ChangeMyPasswordSuccess {
  @Field({ description: 'All other sessions have ended.' })
  ok: boolean;
}

export const ChangeMyPasswordResult = createUnionType({
  name: 'ChangeMyPasswordResult',
  types: () => [ChangeMyPasswordSuccess, InvalidInputError, TooManyAttemptsError] as const,
});

@InputType()
export class RequestPasswordResetInput {
  @Field()
  email: string;
}

@ObjectType({ simpleResolvers: true })
export class RequestPasswordResetSuccess {
  @Field({ description: 'The same whether or not an account has this address.' })
  ok: boolean;
}

export const RequestPasswordResetResult = createUnionType({
  name: 'RequestPasswordResetResult',
  types: () => [RequestPasswordResetSuccess, InvalidInputError, TooManyAttemptsError] as const,
});

@InputType()
export class SetPasswordInput {
  @Field({ description: 'What follows # in the link.' })
  token: string;
  @Field({ description: '15 to 1024 characters, 8 with a second factor; kept exactly as typed.' })
  password: string;
}

@ObjectType({ simpleResolvers: true })
export class SetPasswordSuccess {
  @Field({ description: 'Every session has ended; sign in with the new password.' })
  ok: boolean;
}

export const SetPasswordResult = createUnionType({
  name: 'SetPasswordResult',
  types: () => [SetPasswordSuccess, InvalidInputError, LinkInvalidError] as const,
});
