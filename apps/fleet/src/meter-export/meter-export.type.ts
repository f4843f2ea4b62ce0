import { CountScalar, InvalidInputError, connectionOf } from '@platen/platform';
import type { MeterUnit } from '@platen/contracts';
import { Field, ID, InputType, Int, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { MeterUnitEnum, enumOf } from '../enums';
import { MeterExportStateEnum } from '../hand-ins/hand-in.type';
import { type ExportState, type Settlement, settlements } from './settle';

const SettlementEnum = enumOf(settlements);
registerEnumType(SettlementEnum, {
  name: 'MeterSettlement',
  description:
    'UNCHANGED: the same answer was given before. KEPT: it is booked, and stays so. UNKNOWN: no hand-in of yours.',
});
const sources = ['portal', 'partner', 'link', 'device'] as const;
const HandInSourceEnum = enumOf(sources);
registerEnumType(HandInSourceEnum, {
  name: 'MeterHandInSource',
  description: 'DEVICE: the closing counters of a monitored machine at the end of a month.',
});

@ObjectType({ simpleResolvers: true })
export class ExportedMeterValue {
  @Field({ description: 'What is counted, for example total, mono, color.' })
  kind: string;
  @Field(() => MeterUnitEnum)
  unit: MeterUnit;
  @Field(() => CountScalar, {
    nullable: true,
    description: 'Null in a correction: the value was withdrawn, and nothing stands in its place.',
  })
  value: number | null;
  @Field(() => CountScalar, { nullable: true, description: 'What the counter showed before.' })
  previous: number | null;
  @Field(() => Date, { nullable: true })
  previousReadAt: Date | null;
}

/** Counters of one machine at one instant, as the books get them. */
@ObjectType({ simpleResolvers: true })
export class ExportedMeterHandIn {
  @Field(() => ID)
  id: string;
  @Field(() => ID)
  customerId: string;
  @Field(() => ID)
  deviceId: string;
  @Field()
  serialNumber: string;
  @Field(() => String, { nullable: true })
  equipmentId: string | null;
  @Field(() => String, { nullable: true })
  contractNumber: string | null;
  @Field()
  readAt: Date;
  @Field()
  handedInAt: Date;
  @Field(() => HandInSourceEnum)
  source: (typeof sources)[number];
  @Field({ description: 'True: a value was odd, and whoever handed it in confirmed it.' })
  flagged: boolean;
  @Field(() => String, { nullable: true })
  note: string | null;
  @Field(() => ID, { nullable: true, description: 'The earlier hand-in whose values these replace.' })
  corrects: string | null;
  @Field(() => [ExportedMeterValue])
  values: ExportedMeterValue[];
  @Field(() => MeterExportStateEnum)
  state: ExportState;
  @Field(() => Date, { nullable: true })
  bookedAt: Date | null;
  @Field(() => String, { nullable: true })
  reference: string | null;
  @Field(() => String, { nullable: true })
  refusal: string | null;
}

export const ExportedMeterHandInConnection = connectionOf('ExportedMeterHandIn', () => ExportedMeterHandIn);

@InputType({ description: 'Exactly one of reference and refusal.' })
export class MeterHandInAnswerInput {
  @Field(() => ID)
  id: string;
  @Field(() => String, {
    nullable: true,
    description: 'Under which it stands in the books; at most 100 characters.',
  })
  reference?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Why the books do not take it, in words for people; at most 500 characters.',
  })
  refusal?: string | null;
}

@InputType()
export class AcknowledgeMeterHandInsInput {
  @Field(() => [MeterHandInAnswerInput], { description: '1 to 500.' })
  answers: MeterHandInAnswerInput[];
}

@ObjectType({ simpleResolvers: true })
export class MeterHandInAnswer {
  @Field(() => ID)
  id: string;
  @Field(() => SettlementEnum)
  settlement: Settlement;
}

@ObjectType({ simpleResolvers: true })
export class AcknowledgeMeterHandInsSuccess {
  @Field(() => Int, { description: 'Answers that changed something.' })
  changed: number;
  @Field(() => [MeterHandInAnswer], { description: 'In the order of the answers.' })
  answers: MeterHandInAnswer[];
}

export const AcknowledgeMeterHandInsResult = createUnionType({
  name: 'AcknowledgeMeterHandInsResult',
  types: () => [AcknowledgeMeterHandInsSuccess, InvalidInputError] as const,
});
