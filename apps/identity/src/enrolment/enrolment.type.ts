import { DateTimeScalar, UserError } from '@platen/platform';
import { Directive, Field, ID, InputType, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { TooManyAttemptsError } from '../sessions/session.type';

export enum CollectorAccessStateEnum {
  NONE = 'NONE',
  CODE = 'CODE',
  ENROLLED = 'ENROLLED',
  REVOKED = 'REVOKED',
}
registerEnumType(CollectorAccessStateEnum, {
  name: 'CollectorAccessState',
  description: 'NONE: never installed. CODE: a one-time code waits to be used. ENROLLED: has its key.',
});

/** How a collector gets in. The key itself is known to the collector alone. */
@ObjectType({ simpleResolvers: true })
export class CollectorAccess {
  @Field(() => CollectorAccessStateEnum)
  state: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when the one-time code works.' })
  codeExpiresAt: Date | null;
  @Field(() => String, { nullable: true, description: 'How its key begins.' })
  keyPrefix: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it has this key.' })
  enrolledAt: Date | null;
}

/** Fleet's collector, of which identity knows the way in. */
@Directive('@key(fields: "id")')
@ObjectType('Collector', { simpleResolvers: true })
export class CollectorOfFleet {
  @Field(() => ID)
  id: string;
}

@InputType()
export class IssueCollectorCodeInput {
  @Field(() => ID)
  collectorId: string;
}

@InputType()
export class RevokeCollectorInput {
  @Field(() => ID)
  collectorId: string;
}

@InputType()
export class EnrolCollectorInput {
  @Field({ description: 'As typed: XXXX-XXXX-XXXX.' })
  code: string;
}

@ObjectType({ simpleResolvers: true })
export class IssueCollectorCodeSuccess {
  @Field(() => CollectorOfFleet, { nullable: true })
  collector: CollectorOfFleet;
  @Field({ description: 'Shown this once; works once.' })
  code: string;
  @Field(() => DateTimeScalar)
  expiresAt: Date;
}

@ObjectType({ simpleResolvers: true })
export class RevokeCollectorSuccess {
  @Field(() => CollectorOfFleet, { nullable: true })
  collector: CollectorOfFleet;
}

@ObjectType({ simpleResolvers: true })
export class EnrolCollectorSuccess {
  @Field(() => ID)
  collectorId: string;
  @Field()
  name: string;
  @Field({ description: "The collector's own key, told this once." })
  key: string;
}

/** Unknown, or not yours to look after. */
@Directive('@shareable')
@ObjectType({ implements: UserError, simpleResolvers: true })
export class CollectorNotFoundError extends UserError {}

/** Unknown, used, replaced or too old. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class EnrolmentCodeInvalidError extends UserError {}

export const IssueCollectorCodeResult = createUnionType({
  name: 'IssueCollectorCodeResult',
  types: () => [IssueCollectorCodeSuccess, CollectorNotFoundError] as const,
});

export const RevokeCollectorResult = createUnionType({
  name: 'RevokeCollectorResult',
  types: () => [RevokeCollectorSuccess, CollectorNotFoundError] as const,
});

export const EnrolCollectorResult = createUnionType({
  name: 'EnrolCollectorResult',
  types: () => [EnrolCollectorSuccess, EnrolmentCodeInvalidError, TooManyAttemptsError] as const,
});
