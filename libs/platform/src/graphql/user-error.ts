import { Directive, Field, InterfaceType, ObjectType } from 'type-graphql';

/** An outcome that the caller can cause and should understand. Codes are added, never reused. */
@InterfaceType('UserError', {
  resolveType: (value: { __typename?: string; constructor: { name: string } }) =>
    value.__typename ?? value.constructor.name,
})
export abstract class UserError {
  @Field({ description: 'Stable, for programs.' })
  code: string;
  @Field({ description: "For people, in the actor's language." })
  message: string;
}

@Directive('@shareable')
@ObjectType({ simpleResolvers: true })
export class FieldError {
  @Field({ description: 'Path inside the input, for example lines.0.quantity.' })
  path: string;
  @Field()
  message: string;
}

/** Parts of the input that cannot be accepted, each with its place. */
@Directive('@shareable')
@ObjectType({ implements: UserError, simpleResolvers: true })
export class InvalidInputError extends UserError {
  @Field(() => [FieldError])
  fields: FieldError[];
}

/** The idempotency key was used before with another input; nothing was done. */
@Directive('@shareable')
@ObjectType({ implements: UserError, simpleResolvers: true })
export class IdempotencyConflictError extends UserError {}
