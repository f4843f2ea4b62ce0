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

export const SignInResult = createUnionType({
  name: 'SignInResult',
  types: () => [SignInSuccess, WrongCredentialsError, TooManyAttemptsError] as const,
});

@ObjectType({ simpleResolvers: true })
export class SignOutResult {
  @Field()
  ok: boolean;
}
