import type { LocalDay } from '@platen/kernel';
import { DateScalar, IdempotencyConflictError, InvalidInputError } from '@platen/platform';
import { Field, ID, InputType, Int, ObjectType, createUnionType } from 'type-graphql';
import {
  DeviceChangedMeanwhileError,
  DeviceNotFoundError,
  LifecycleActNotPossibleError,
  MoveAlreadyPlannedError,
  SiteClosedError,
  SiteNotFoundError,
} from '../devices/device-errors.type';
import { Device } from '../devices/device.type';
import { GroupUser } from '../groups/device-group.type';
import { StatedCounterInput } from '../lifecycle/lifecycle.type';
import { Site } from '../sites/site.type';

@InputType()
export class MoveDeviceInput {
  @Field({ description: 'Same key, same move: it is made once. 8 to 255 characters.' })
  idempotencyKey: string;
  @Field(() => ID)
  deviceId: string;
  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw: when somebody else changed the machine since, it does not move.',
  })
  expectedVersion?: number | null;
  @Field(() => ID, {
    description: 'Where it goes; the same location with another floor or room is a move too.',
  })
  siteId: string;
  @Field(() => String, { nullable: true })
  floor?: string | null;
  @Field(() => String, { nullable: true })
  room?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Today when left out; up to a year ahead. On that day it is moved by itself.',
  })
  on?: LocalDay | null;
  @Field(() => String, {
    nullable: true,
    description: "The contract it comes under; left out, its contract follows. For the provider's people.",
  })
  contractNumber?: string | null;
  @Field(() => [StatedCounterInput], {
    nullable: true,
    description: 'Read off the machine: only for a move of today.',
  })
  counters?: StatedCounterInput[] | null;
  @Field(() => [ID], {
    nullable: true,
    description: 'People who see the machine and are told by letter; at most 50.',
  })
  tellUserIds?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: "Whether the new location's contact is told." })
  tellSiteContact?: boolean | null;
}

@InputType()
export class CancelDeviceMoveInput {
  @Field()
  idempotencyKey: string;
  @Field(() => ID)
  deviceId: string;
}

@ObjectType({ simpleResolvers: true })
export class MoveDeviceSuccess {
  @Field(() => Device)
  device: Device;
}

export const MoveDeviceResult = createUnionType({
  name: 'MoveDeviceResult',
  types: () =>
    [
      MoveDeviceSuccess,
      DeviceNotFoundError,
      SiteNotFoundError,
      SiteClosedError,
      DeviceChangedMeanwhileError,
      LifecycleActNotPossibleError,
      MoveAlreadyPlannedError,
      InvalidInputError,
      IdempotencyConflictError,
    ] as const,
});

/** What follows from a move, before anybody makes it. */
@ObjectType({ simpleResolvers: true })
export class MovePreview {
  @Field(() => Site, { nullable: true, description: 'Where deliveries and technicians go from then on.' })
  site: Site | null;
  @Field(() => DateScalar, { description: 'The day it is at the provider: the first on which it can move.' })
  today: LocalDay;
  @Field(() => String, { nullable: true, description: 'The contract that follows.' })
  contractNumber: string | null;
  @Field(() => String, { nullable: true, description: 'Who receives deliveries there.' })
  contactName: string | null;
  @Field(() => String, { nullable: true })
  contactEmail: string | null;
  @Field(() => [GroupUser], { description: 'People to whom the machine is given, the first 50.' })
  people: GroupUser[];
}

/** A move that waits for its day. */
@ObjectType({ simpleResolvers: true })
export class PlannedMove {
  @Field(() => Site, { nullable: true })
  site: Site | null;
  @Field(() => String, { nullable: true })
  floor: string | null;
  @Field(() => String, { nullable: true })
  room: string | null;
  @Field(() => DateScalar)
  on: LocalDay;
}
