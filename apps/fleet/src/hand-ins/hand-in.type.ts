import { CountScalar, IdempotencyConflictError, InvalidInputError } from '@platen/platform';
import { readingVerdicts } from '@platen/kernel';
import { Field, ID, InputType, Int, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { enumOf } from '../enums';
import { type ExportState, exportStates } from '../meter-export/settle';
import { type RowOutcome, type RowVerdict, rowOutcomes, rowVerdicts } from './judge-rows';

export const MeterRowOutcomeEnum = enumOf(rowOutcomes);
registerEnumType(MeterRowOutcomeEnum, {
  name: 'MeterRowOutcome',
  description:
    'UNCHANGED: this very value was known. ASKED: odd, and taken when it comes again with confirmed. REFUSED: never.',
});
export const MeterRowVerdictEnum = enumOf([...readingVerdicts, ...rowVerdicts]);
registerEnumType(MeterRowVerdictEnum, {
  name: 'MeterRowVerdict',
  description:
    "Judged by the counter's own past. LOW, HIGH and JUMP are odd; FELL wants a reset to be declared.",
});

/** How far values got on their way into the provider's books. */
export type { ExportState };
export const MeterExportStateEnum = enumOf(exportStates);
registerEnumType(MeterExportStateEnum, {
  name: 'MeterExportState',
  description: 'How far it got on its way into the books.',
});

@InputType({ description: 'One entry per counter value; all lists have the same length, 1 to 2000.' })
export class MeterHandInColumnsInput {
  @Field(() => [ID])
  deviceId: string[];
  @Field(() => [String], { description: 'What is counted, for example total, mono, color.' })
  kind: string[];
  @Field(() => [CountScalar])
  value: number[];
  @Field(() => [Date])
  readAt: Date[];
  @Field(() => [Boolean], { nullable: true, description: 'True: odd as it may look, it is right.' })
  confirmed?: boolean[] | null;
}

@InputType()
export class HandInMeterReadsInput {
  @Field({ description: 'Same key, same answer: it is taken once. 8 to 255 characters.' })
  idempotencyKey: string;
  @Field(() => MeterHandInColumnsInput)
  rows: MeterHandInColumnsInput;
  @Field(() => Boolean, {
    nullable: true,
    description: 'True: one row that is asked about or refused keeps all others from being taken.',
  })
  allOrNothing?: boolean | null;
  @Field(() => String, { nullable: true, description: 'A remark for the provider, at most 500 characters.' })
  note?: string | null;
}

/** What became of one row. */
@ObjectType('MeterHandInRow', { simpleResolvers: true })
export class MeterHandInRow {
  @Field(() => Int, { description: 'From 0.' })
  row: number;
  @Field(() => MeterRowOutcomeEnum)
  outcome: RowOutcome;
  @Field(() => MeterRowVerdictEnum)
  verdict: RowVerdict;
  @Field(() => String, {
    nullable: true,
    description: "For people, in the actor's language; null when all is well.",
  })
  message: string | null;
  @Field(() => CountScalar, { nullable: true, description: 'Lowest value that was expected.' })
  expectedLow: number | null;
  @Field(() => CountScalar, { nullable: true })
  expectedHigh: number | null;
  @Field(() => ID, { nullable: true, description: 'Null unless the value was taken by this request.' })
  handInId: string | null;
}

@ObjectType({ simpleResolvers: true })
export class HandInMeterReadsSuccess {
  @Field(() => Int)
  accepted: number;
  @Field(() => Int)
  unchanged: number;
  @Field(() => Int)
  asked: number;
  @Field(() => Int)
  refused: number;
  @Field({ description: 'False when allOrNothing kept everything back.' })
  taken: boolean;
  @Field(() => [MeterHandInRow], { description: 'In the order handed in.' })
  rows: MeterHandInRow[];
}

export const HandInMeterReadsResult = createUnionType({
  name: 'HandInMeterReadsResult',
  types: () => [HandInMeterReadsSuccess, InvalidInputError, IdempotencyConflictError] as const,
});
