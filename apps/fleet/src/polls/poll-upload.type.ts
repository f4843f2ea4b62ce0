import type {
  AlertSeverity,
  DeviceStatus,
  LevelState,
  MeterUnit,
  PollSource,
  SupplyClass,
  SupplyColor,
  SupplyKind,
} from '@platen/contracts';
import { CountScalar, IdempotencyConflictError, InvalidInputError } from '@platen/platform';
import { Field, Float, InputType, Int, ObjectType, createUnionType } from 'type-graphql';
import {
  AlertSeverityEnum,
  DeviceStatusEnum,
  MeterUnitEnum,
  PollSourceEnum,
  PolledLevelStateEnum,
  SupplyClassEnum,
  SupplyColorEnum,
  SupplyKindEnum,
} from '../enums';

@InputType({ description: 'One entry per poll of one machine; all lists have the same length, at most 250.' })
export class PollColumnsInput {
  @Field(() => [Date])
  polledAt: Date[];
  @Field(() => [String], { description: 'Network address; empty where there is none.' })
  address: string[];
  @Field(() => [String], { nullable: 'items' })
  maker: (string | null)[];
  @Field(() => [String], { nullable: 'items' })
  model: (string | null)[];
  @Field(() => [String], { nullable: 'items' })
  serialNumber: (string | null)[];
  @Field(() => [String], { nullable: 'items' })
  firmware: (string | null)[];
  @Field(() => [String], { nullable: 'items' })
  name: (string | null)[];
  @Field(() => [String], { nullable: 'items' })
  location: (string | null)[];
  @Field(() => [DeviceStatusEnum])
  status: DeviceStatus[];
  @Field(() => [[String]])
  errors: string[][];
}

@InputType({ description: 'One entry per value of a counter; all lists have the same length, at most 1000.' })
export class MeterReadColumnsInput {
  @Field(() => [Int], { description: 'Position of its poll.' })
  poll: number[];
  @Field(() => [String])
  kind: string[];
  @Field(() => [CountScalar])
  value: number[];
  @Field(() => [MeterUnitEnum])
  unit: MeterUnit[];
  @Field(() => [PollSourceEnum])
  source: PollSource[];
}

@InputType({ description: 'One entry per supply and poll; all lists have the same length.' })
export class SupplyLevelColumnsInput {
  @Field(() => [Int], { description: 'Position of its poll.' })
  poll: number[];
  @Field(() => [String], { description: 'Position in the machine, stable between polls.' })
  slot: string[];
  @Field(() => [String])
  description: string[];
  @Field(() => [SupplyKindEnum])
  kind: SupplyKind[];
  @Field(() => [SupplyColorEnum])
  color: SupplyColor[];
  @Field(() => [SupplyClassEnum])
  class: SupplyClass[];
  @Field(() => [PolledLevelStateEnum])
  levelState: LevelState[];
  @Field(() => [Float], { nullable: 'items', description: '0 to 100 exactly where levelState is PERCENT.' })
  levelPercent: (number | null)[];
  @Field(() => [String], { nullable: 'items' })
  cartridgeSerial: (string | null)[];
}

@InputType({ description: 'One entry per alert and poll; all lists have the same length.' })
export class AlertColumnsInput {
  @Field(() => [Int], { description: 'Position of its poll.' })
  poll: number[];
  @Field(() => [AlertSeverityEnum])
  severity: AlertSeverity[];
  @Field(() => [Int], { nullable: 'items' })
  code: (number | null)[];
  @Field(() => [String])
  description: string[];
}

@InputType({
  description: 'Polls by columns: lists of equal length, because they are read much faster than rows.',
})
export class RecordPollsInput {
  @Field({ description: 'Same key, same upload: it is recorded once. 8 to 255 characters.' })
  idempotencyKey: string;
  @Field()
  polls: PollColumnsInput;
  @Field()
  meterReads: MeterReadColumnsInput;
  @Field()
  supplyLevels: SupplyLevelColumnsInput;
  @Field()
  alerts: AlertColumnsInput;
}

@ObjectType({ simpleResolvers: true })
export class RecordPollsSuccess {
  @Field(() => CountScalar, { description: 'Counter values that are new.' })
  acceptedReads: number;
  @Field(() => CountScalar, { description: 'Counter values known already.' })
  duplicateReads: number;
  @Field(() => CountScalar, {
    description: 'Counter values of polls in the future or more than 400 days old; nothing of those is kept.',
  })
  refusedReads: number;
  @Field(() => Date, {
    description: "The product's clock, so that a collector can tell that its own is wrong.",
  })
  serverTime: Date;
  @Field(() => CountScalar, { description: 'Machines nobody registered. They are remembered for a person.' })
  unknownDevices: number;
}

export const RecordPollsResult = createUnionType({
  name: 'RecordPollsResult',
  types: () => [RecordPollsSuccess, InvalidInputError, IdempotencyConflictError] as const,
});
