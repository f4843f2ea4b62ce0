import { CountScalar, IdempotencyConflictError, UserError } from '@platen/platform';
import { Field, ID, InputType, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { type ResetReason, resetReasons } from '../meter-reads/meter-resets';

export const MeterResetReasonEnum = Object.fromEntries(
  resetReasons.map((reason) => [reason.toUpperCase().replace('-', '_'), reason]),
) as Record<string, ResetReason>;
registerEnumType(MeterResetReasonEnum, {
  name: 'MeterResetReason',
  description:
    'RESET: set to another value. REPLACED: another counter or board. ROLLED_OVER: ran over its last digit.',
});

@InputType()
export class CorrectMeterReadInput {
  @Field({ description: 'Same key, same correction: it is made once. 8 to 255 characters.' })
  idempotencyKey: string;
  @Field(() => ID, { description: 'Its latest hand-in is corrected.' })
  meterId: string;
  @Field(() => CountScalar)
  value: number;
  @Field({ description: '1 to 500 characters; kept with the old value.' })
  reason: string;
  @Field(() => Boolean, { nullable: true, description: 'True: odd as it may look, it is right.' })
  confirmed?: boolean | null;
}

@InputType()
export class DeclareMeterResetInput {
  @Field({ description: 'Same key, same declaration. 8 to 255 characters.' })
  idempotencyKey: string;
  @Field(() => ID)
  meterId: string;
  @Field(() => Date, { description: 'Readings at or after this instant count from the new value.' })
  at: Date;
  @Field(() => CountScalar, {
    description: 'The last value before; for a counter that ran over, one more than its nines.',
  })
  valueBefore: number;
  @Field(() => CountScalar)
  valueAfter: number;
  @Field(() => MeterResetReasonEnum)
  reason: ResetReason;
}

/** Why a counter or its reading stays as it is; the code tells programs, the message people. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class MeterNotChangedError extends UserError {}

@ObjectType({ simpleResolvers: true })
export class CorrectMeterReadSuccess {
  @Field(() => ID)
  meterId: string;
}

@ObjectType({ simpleResolvers: true })
export class DeclareMeterResetSuccess {
  @Field(() => ID)
  meterId: string;
}

export const CorrectMeterReadResult = createUnionType({
  name: 'CorrectMeterReadResult',
  types: () => [CorrectMeterReadSuccess, MeterNotChangedError, IdempotencyConflictError] as const,
});

export const DeclareMeterResetResult = createUnionType({
  name: 'DeclareMeterResetResult',
  types: () => [DeclareMeterResetSuccess, MeterNotChangedError, IdempotencyConflictError] as const,
});
