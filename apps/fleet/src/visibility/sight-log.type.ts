import { connectionOf } from '@platen/platform';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Device } from '../devices/device.type';
import { DeviceGroup, User } from '../groups/device-group.type';
import { type SightChangeReason, sightChangeReasons } from './sight-changes';
import type { SightReason } from './sight.service';
import { VisibilityReasonEnum } from './sight.type';

const SightChangeReasonEnum = Object.fromEntries(
  sightChangeReasons.map((name) => [name.toUpperCase(), name]),
) as Record<string, SightChangeReason>;
registerEnumType(SightChangeReasonEnum, {
  name: 'SightChangeReason',
  description:
    'ASSIGNMENT: machines given by themselves. GROUP: a group, or what is in it, was changed. RULE: the rule of a group was changed. MOVE: a machine changed, and with it the groups whose rules it fits.',
});

/** What came and went for somebody at one moment. */
@ObjectType('SightChange', { simpleResolvers: true })
export class SightChange {
  @Field(() => ID)
  id: string;
  @Field(() => Date)
  at: Date;
  @Field(() => SightChangeReasonEnum)
  reason: SightChangeReason;
  @Field(() => User, { nullable: true, description: 'Null for a key, and where it followed from a rule.' })
  changedBy: User | null;
  @Field(() => Int)
  added: number;
  @Field(() => Int)
  removed: number;
  @Field(() => [Device], {
    description: 'At most 50, of those that you see; none where they were very many.',
  })
  addedDevices: Device[];
  @Field(() => [Device], {
    description: 'At most 50, of those that you see; none where they were very many.',
  })
  removedDevices: Device[];
}

export const SightChangeConnection = connectionOf('SightChange', () => SightChange);

/** Somebody who sees a machine. */
@ObjectType('DeviceViewer', { simpleResolvers: true })
export class DeviceViewer {
  @Field(() => ID)
  userId: string;
  @Field(() => User, { nullable: true })
  user: User;
  @Field(() => VisibilityReasonEnum)
  reason: SightReason;
  @Field(() => Date, { nullable: true, description: 'Null: always, or since before it was noted.' })
  since: Date | null;
  @Field(() => [DeviceGroup], { description: 'Groups through which the machine is seen.' })
  groups: DeviceGroup[];
}

export const DeviceViewerConnection = connectionOf('DeviceViewer', () => DeviceViewer);
