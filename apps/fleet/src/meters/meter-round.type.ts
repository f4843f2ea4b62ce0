import { DateScalar, connectionOf } from '@platen/platform';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Device } from '../devices/device.type';
import { enumOf } from '../enums';
import { type RoundState, roundStates } from './meter-round.query';

export const MeterRoundStateEnum = enumOf(roundStates);
registerEnumType(MeterRoundStateEnum, {
  name: 'MeterRoundState',
  description:
    'DUE: nobody watches it and it was not read this month. UNMONITORED: nobody watches it. ALL: in use.',
});

@InputType('MeterRoundFilter')
export class MeterRoundFilterInput {
  @Field(() => MeterRoundStateEnum, { nullable: true })
  state?: RoundState | null;
  @Field(() => String, {
    nullable: true,
    description: 'Part of the name, serial number, model or equipment id; at most 100 characters.',
  })
  search?: string | null;
  @Field(() => ID, { nullable: true })
  siteId?: string | null;
}

/** A machine on the way of somebody who reads counters. */
@ObjectType({ simpleResolvers: true })
export class MeterRoundStop {
  @Field(() => Device)
  device: Device;
  @Field({ description: 'It should be read this month and was not yet.' })
  due: boolean;
  @Field(() => Date, { nullable: true, description: 'When one of its counters was read last.' })
  lastReadAt: Date | null;
}

export const MeterRoundConnection = connectionOf('MeterRoundStop', () => MeterRoundStop);

/** The month in which readings are asked for, in the branch's time zone. */
@ObjectType({ simpleResolvers: true })
export class MeterPeriod {
  @Field(() => DateScalar, { description: 'Its first day.' })
  month: string;
  @Field(() => DateScalar, { description: 'The day by which the provider wants to have them.' })
  dueOn: string;
  @Field(() => Int, { description: 'Machines that you see and that lack a reading.' })
  due: number;
}
