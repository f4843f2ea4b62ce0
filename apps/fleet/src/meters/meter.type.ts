import type { MeterUnit } from '@platen/contracts';
import { CountScalar, connectionOf } from '@platen/platform';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { MeterResetReasonEnum } from '../corrections/correction.type';
import { User } from '../groups/device-group.type';
import { MeterUnitEnum, type ReadSource, ReadSourceEnum, enumOf } from '../enums';
import { type ExportState, MeterExportStateEnum } from '../hand-ins/hand-in.type';
import type { ResetReason } from '../meter-reads/meter-resets';

/** One counter of a machine with its newest value, that value's age and where it comes from. */
@ObjectType({ simpleResolvers: true })
export class Meter {
  @Field(() => ID)
  id: string;
  @Field({ description: 'What is counted, for example total, mono, color, scan.' })
  kind: string;
  @Field(() => MeterUnitEnum)
  unit: MeterUnit;
  @Field(() => CountScalar, { nullable: true, description: 'Null until it was read once.' })
  value: number | null;
  @Field(() => Date, { nullable: true })
  readAt: Date | null;
  @Field(() => ReadSourceEnum, { nullable: true })
  source: ReadSource | null;

  deviceId: string;
}

/** What a new value of a counter is judged by; whoever asks can judge what is typed before it is sent. */
@ObjectType({ simpleResolvers: true })
export class MeterExpectation {
  @Field(() => CountScalar, { nullable: true, description: 'The newest accepted value.' })
  lastValue: number | null;
  @Field(() => Date, { nullable: true })
  lastReadAt: Date | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Slowest ordinary growth in a day; null where too little is known.',
  })
  slowPerDay: number | null;
  @Field(() => Float, { nullable: true, description: 'Fastest ordinary growth in a day.' })
  fastPerDay: number | null;
  @Field(() => Int, { nullable: true, description: 'Digits of its display, where somebody said.' })
  digits: number | null;
  @Field(() => Date, { nullable: true, description: 'What was read before this instant is settled.' })
  closedBefore: Date | null;
  @Field(() => CountScalar, { description: 'Lowest value expected now.' })
  low: number;
  @Field(() => CountScalar)
  high: number;
}

export const readConfidences = ['measured', 'stated', 'estimated'] as const;
export type ReadConfidence = (typeof readConfidences)[number];
export const ReadConfidenceEnum = enumOf(readConfidences);
registerEnumType(ReadConfidenceEnum, {
  name: 'ReadConfidence',
  description: 'MEASURED: the machine told it. STATED: somebody read it. ESTIMATED: it was computed.',
});

/** The hand-in that a reading came with, and how far it got on its way into the books. */
@ObjectType({ simpleResolvers: true })
export class MeterReadHandIn {
  @Field(() => ID)
  id: string;
  @Field(() => Date)
  handedInAt: Date;
  @Field({ description: 'It was odd, and confirmed.' })
  flagged: boolean;
  @Field({ description: 'It replaced an earlier value.' })
  corrected: boolean;
  @Field(() => CountScalar, { nullable: true, description: 'The value that a correction replaced last.' })
  valueBefore: number | null;
  @Field({ description: 'Who handed it in: user, staff, partner; guest with the link of a reminder.' })
  actorKind: string;
  @Field(() => User, { nullable: true, description: 'The person, where you may see that person.' })
  actor: User | null;
  @Field(() => String, { nullable: true })
  note: string | null;
  @Field(() => MeterExportStateEnum)
  exportState: ExportState;
  @Field(() => Date, { nullable: true })
  bookedAt: Date | null;
  @Field(() => String, { nullable: true, description: "Its number in the provider's books." })
  bookedReference: string | null;
}

/** One reading of a counter. */
@ObjectType('MeterRead', { simpleResolvers: true })
export class MeterRead {
  @Field(() => Date)
  readAt: Date;
  @Field(() => CountScalar)
  value: number;
  @Field(() => ReadSourceEnum)
  source: ReadSource;
  @Field(() => ReadConfidenceEnum)
  confidence: ReadConfidence;
  @Field(() => MeterReadHandIn, { nullable: true, description: 'Null when the machine told it by itself.' })
  handIn: MeterReadHandIn | null;
}

export const MeterReadConnection = connectionOf('MeterRead', () => MeterRead);

/** A counter that went on from another value. */
@ObjectType({ simpleResolvers: true })
export class MeterReset {
  @Field(() => Date, { description: 'Readings at or after this instant count from the new value.' })
  at: Date;
  @Field(() => CountScalar)
  valueBefore: number;
  @Field(() => CountScalar)
  valueAfter: number;
  @Field(() => MeterResetReasonEnum)
  reason: ResetReason;
  @Field(() => Date)
  declaredAt: Date;
  @Field({ description: 'Who said so: user, staff, partner.' })
  actorKind: string;
  @Field(() => User, { nullable: true, description: 'The person, where you may see that person.' })
  actor: User | null;
}

/** The latest value of a counter while it may still be corrected. */
@ObjectType({ simpleResolvers: true })
export class CorrectableRead {
  @Field(() => Date)
  readAt: Date;
  @Field(() => CountScalar)
  value: number;
  @Field(() => MeterExpectation, { description: 'What the corrected value is judged by.' })
  expectation: MeterExpectation;
}
