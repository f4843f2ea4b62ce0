import { type Actor, DateTimeScalar, UserError } from '@platen/platform';
import { Field, InputType, ObjectType, createUnionType, registerEnumType } from 'type-graphql';

/** Kinds of actors that a viewer can be. */
export const ActorKindEnum = {
  ANONYMOUS: 'anonymous',
  GUEST: 'guest',
  USER: 'user',
  STAFF: 'staff',
  PARTNER: 'partner',
  COLLECTOR: 'collector',
} as const;
registerEnumType(ActorKindEnum, { name: 'ActorKind' });

/** Who looks at this graph; user, customer and branch are fields of the resolver. */
@ObjectType('Viewer', { simpleResolvers: true })
export class ViewerType {
  @Field(() => ActorKindEnum)
  kind: string;
  @Field(() => [String], { description: "What the viewer may do, for example 'order:read'." })
  rights: readonly string[];

  actor: Actor;
}

@InputType()
export class SignInInput {
  @Field()
  email: string;
  @Field()
  password: string;
  @Field(() => String, {
    nullable: true,
    description:
      'As the browser names itself; shown in the list of sessions. At most 300 characters are kept.',
  })
  userAgent?: string | null;
}

/** Ways to take the second step; a recovery code is for the day on which the others are lost. */
export const SecondFactorMethodEnum = {
  AUTHENTICATOR_APP: 'AUTHENTICATOR_APP',
  PASSKEY: 'PASSKEY',
  RECOVERY_CODE: 'RECOVERY_CODE',
} as const;
registerEnumType(SecondFactorMethodEnum, { name: 'SecondFactorMethod' });

/** The password was right; `completeSignIn` takes the second step within five minutes. */
@ObjectType({ simpleResolvers: true })
export class SecondFactorRequired {
  @Field()
  challenge: string;
  @Field(() => [SecondFactorMethodEnum])
  methods: readonly string[];
  @Field(() => String, {
    nullable: true,
    description: 'PublicKeyCredentialRequestOptions as JSON; null without a passkey.',
  })
  passkeyOptions: string | null;
}

@InputType({ description: 'Exactly one of code, recoveryCode and passkey.' })
export class CompleteSignInInput {
  @Field()
  challenge: string;
  @Field(() => String, { nullable: true, description: 'Six digits of the authenticator app.' })
  code?: string | null;
  @Field(() => String, { nullable: true })
  recoveryCode?: string | null;
  @Field(() => String, { nullable: true, description: "The browser's answer to passkeyOptions, as JSON." })
  passkey?: string | null;
  @Field(() => String, { nullable: true, description: 'As in SignInInput.' })
  userAgent?: string | null;
}

@InputType()
export class SignInWithPasskeyInput {
  @Field({ description: "The browser's answer to startPasskeySignIn, as JSON." })
  response: string;
  @Field(() => String, { nullable: true, description: 'As in SignInInput.' })
  userAgent?: string | null;
}

@ObjectType({ simpleResolvers: true })
export class SignInSuccess {
  @Field(() => ViewerType)
  viewer: ViewerType;
}

/** The same for an unknown address as for a wrong password. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class WrongCredentialsError extends UserError {}

@ObjectType({ implements: UserError, simpleResolvers: true })
export class TooManyAttemptsError extends UserError {
  @Field(() => DateTimeScalar, { description: 'From when on it may be tried again.' })
  retryAt: Date;
}

/** The second step proved nothing: wrong, used or too old, nobody is told which. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class WrongCodeError extends UserError {}

/** The second step came too late or too often: sign in again. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class SignInExpiredError extends UserError {}

export const SignInResult = createUnionType({
  name: 'SignInResult',
  types: () => [SignInSuccess, SecondFactorRequired, WrongCredentialsError, TooManyAttemptsError] as const,
});

export const CompleteSignInResult = createUnionType({
  name: 'CompleteSignInResult',
  types: () => [SignInSuccess, WrongCodeError, SignInExpiredError, TooManyAttemptsError] as const,
});

export const SignInWithPasskeyResult = createUnionType({
  name: 'SignInWithPasskeyResult',
  types: () => [SignInSuccess, WrongCredentialsError, TooManyAttemptsError] as const,
});

@ObjectType({ simpleResolvers: true })
export class StartPasskeySignInResult {
  @Field({ description: 'PublicKeyCredentialRequestOptions as JSON, good for five minutes.' })
  options: string;
}

@ObjectType({ simpleResolvers: true })
export class SignOutResult {
  @Field()
  ok: boolean;
}
