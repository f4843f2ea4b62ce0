import type { MeterUnit } from '@platen/contracts';
import {
  CountScalar,
  DateScalar,
  IdempotencyConflictError,
  InvalidInputError,
  UserError,
} from '@platen/platform';
import { Field, ID, InputType, Int, ObjectType, createUnionType } from 'type-graphql';
import { MeterUnitEnum } from '../enums';
import { HandInMeterReadsSuccess } from '../hand-ins/hand-in.type';
import { MeterExpectation } from '../meters/meter.type';

@ObjectType({ simpleResolvers: true })
export class LinkedMeter {
  @Field()
  kind: string;
  @Field(() => MeterUnitEnum)
  unit: MeterUnit;
  @Field(() => MeterExpectation)
  expectation: MeterExpectation;
}

@ObjectType({ simpleResolvers: true })
export class LinkedMachine {
  @Field(() => ID)
  deviceId: string;
  @Field()
  name: string;
  @Field()
  serialNumber: string;
  @Field()
  siteName: string;
  @Field(() => String, { nullable: true })
  floor: string | null;
  @Field(() => String, { nullable: true })
  room: string | null;
  @Field({ description: 'True: its counters were handed in with this link.' })
  done: boolean;
  @Field(() => [LinkedMeter])
  meters: LinkedMeter[];
}

/** What a reminder's link opens: some machines whose counters are due. */
@ObjectType('MeterLink', { simpleResolvers: true })
export class MeterLinkType {
  @Field()
  branchCode: string;
  @Field(() => DateScalar)
  dueOn: string;
  @Field(() => Date)
  expiresAt: Date;
  @Field(() => Int, {
    description: 'Machines of it, on whichever page, whose counters are not handed in yet.',
  })
  left: number;
  @Field(() => [LinkedMachine], { description: 'By name, 50 at a time.' })
  machines: LinkedMachine[];
  @Field(() => String, { nullable: true, description: 'For `after`: there are more; null at the end.' })
  next: string | null;
}

@InputType({ description: 'One entry per counter value; all lists have the same length.' })
export class MeterLinkColumnsInput {
  @Field(() => [ID])
  deviceId: string[];
  @Field(() => [String])
  kind: string[];
  @Field(() => [CountScalar])
  value: number[];
  @Field(() => [Boolean], { nullable: true, description: 'True: odd as it may look, it is right.' })
  confirmed?: boolean[] | null;
}

@InputType()
export class HandInByMeterLinkInput {
  @Field()
  token: string;
  @Field({ description: 'Same key, same answer: it is taken once. 8 to 255 characters.' })
  idempotencyKey: string;
  @Field(() => MeterLinkColumnsInput, { description: 'Read just now.' })
  rows: MeterLinkColumnsInput;
}

/** Unknown, too old, replaced or used up: nobody is told which. */
@ObjectType({ implements: UserError, simpleResolvers: true })
export class MeterLinkGoneError extends UserError {}

export const HandInByMeterLinkResult = createUnionType({
  name: 'HandInByMeterLinkResult',
  types: () =>
    [HandInMeterReadsSuccess, InvalidInputError, IdempotencyConflictError, MeterLinkGoneError] as const,
});
