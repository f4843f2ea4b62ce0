import { DateScalar, UserError } from '@platen/platform';
import { Field, ID, InputType, ObjectType, createUnionType } from 'type-graphql';

@InputType()
export class CloseMeterPeriodInput {
  @Field(() => ID)
  customerId: string;
  @Field(() => DateScalar, { description: 'The last day that is settled; it is over in your branch.' })
  through: string;
}

@ObjectType({ simpleResolvers: true })
export class CloseMeterPeriodSuccess {
  @Field(() => ID)
  customerId: string;
  @Field(() => DateScalar)
  closedThrough: string;
}

/** Why the period stays as it is; the code tells programs, the message people. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class MeterPeriodNotClosedError extends UserError {}

export const CloseMeterPeriodResult = createUnionType({
  name: 'CloseMeterPeriodResult',
  types: () => [CloseMeterPeriodSuccess, MeterPeriodNotClosedError] as const,
});
