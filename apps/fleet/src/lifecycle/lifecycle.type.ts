import { CountScalar, DateScalar, IdempotencyConflictError, InvalidInputError } from '@platen/platform';
import type { LocalDay } from '@platen/kernel';
import { Field, ID, InputType, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { DeviceNotFoundError, LifecycleActNotPossibleError } from '../devices/device-errors.type';
import { Device } from '../devices/device.type';
import { enumOf } from '../enums';
import { type LifecycleAct, type LifecycleReason, lifecycleActs, lifecycleReasons } from './lifecycle';

/** Moving has an input of its own. */
export type StaffAct = Exclude<LifecycleAct, 'move'>;
const staffActs = lifecycleActs.filter((act): act is StaffAct => act !== 'move');

export const DeviceStaffActEnum = enumOf(staffActs);
registerEnumType(DeviceStaffActEnum, { name: 'DeviceStaffAct' });
export const LifecycleReasonEnum = enumOf(lifecycleReasons);
registerEnumType(LifecycleReasonEnum, { name: 'DeviceLifecycleReason' });

@InputType({ description: 'A counter as somebody read it off the machine.' })
export class StatedCounterInput {
  @Field({ description: 'As in Meter.kind, for example total.' })
  kind: string;
  @Field(() => CountScalar)
  value: number;
  @Field(() => Boolean, { nullable: true, description: 'True: odd as it may look, it is right.' })
  confirmed?: boolean | null;
}

@InputType()
export class ChangeDeviceLifecycleInput {
  @Field({ description: 'Same key, same act: it is done once. 8 to 255 characters.' })
  idempotencyKey: string;
  @Field(() => ID)
  deviceId: string;
  @Field(() => DeviceStaffActEnum)
  act: StaffAct;
  @Field(() => LifecycleReasonEnum)
  reason: LifecycleReason;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day it happened, up to a year back; today when left out.',
  })
  on?: LocalDay | null;
  @Field(() => ID, {
    nullable: true,
    description: 'For a swap: the machine that takes its place, with its groups and people.',
  })
  successorId?: string | null;
  @Field(() => [StatedCounterInput], { nullable: true })
  counters?: StatedCounterInput[] | null;
  @Field(() => [StatedCounterInput], { nullable: true })
  successorCounters?: StatedCounterInput[] | null;
}

@ObjectType({ simpleResolvers: true })
export class ChangeDeviceLifecycleSuccess {
  @Field(() => Device)
  device: Device;
}

export const ChangeDeviceLifecycleResult = createUnionType({
  name: 'ChangeDeviceLifecycleResult',
  types: () =>
    [
      ChangeDeviceLifecycleSuccess,
      DeviceNotFoundError,
      LifecycleActNotPossibleError,
      InvalidInputError,
      IdempotencyConflictError,
    ] as const,
});
