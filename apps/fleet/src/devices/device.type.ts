import { connectionOf } from '@platen/platform';
import { Directive, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Site } from '../sites/site.type';
import {
  type DeviceAttention,
  type DeviceState,
  deviceAttentions,
  deviceOrders,
  deviceStates,
} from './device-state';

const named = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, name])) as Record<Name, Name>;

export const DeviceStateEnum = named(deviceStates);
registerEnumType(DeviceStateEnum, {
  name: 'DeviceState',
  description: 'Exactly one. SILENT: monitored, but not heard of for longer than the branch allows.',
});
export const DeviceAttentionEnum = named(deviceAttentions);
registerEnumType(DeviceAttentionEnum, { name: 'DeviceAttention' });
export const DeviceOrderEnum = named(deviceOrders);
registerEnumType(DeviceOrderEnum, {
  name: 'DeviceOrder',
  description: 'LAST_SEEN: newest first. URGENCY: what needs a person first.',
});

/** A machine, as far as its viewer may see it. Supplies, meters and alerts are added by their own slices. */
@Directive('@key(fields: "id")')
@ObjectType('Device', { simpleResolvers: true })
export class Device {
  @Field(() => ID)
  id: string;
  @Field()
  name: string;
  @Field()
  serialNumber: string;
  @Field(() => String, { nullable: true })
  equipmentId: string | null;
  @Field()
  maker: string;
  @Field()
  model: string;
  @Field({ description: 'True: watched, and supplied by automatic reorder. False: neither.' })
  monitored: boolean;
  @Field(() => DeviceStateEnum)
  state: DeviceState;
  @Field(() => [String], { description: 'Codes, for example jammed or doorOpen.' })
  errors: string[];
  @Field(() => Date, { nullable: true })
  lastSeenAt: Date | null;
  @Field(() => Site, { nullable: true })
  site: Site;
  @Field(() => String, { nullable: true })
  floor: string | null;
  @Field(() => String, { nullable: true })
  room: string | null;
  @Field(() => String, { nullable: true })
  department: string | null;
  @Field(() => String, { nullable: true })
  ipAddress: string | null;
  @Field({ description: 'True where you may change name and place.' })
  viewerCanUpdate: boolean;
}

export const DeviceConnection = connectionOf('Device', () => Device);

@InputType('DeviceFilter')
export class DeviceFilterInput {
  @Field(() => String, {
    nullable: true,
    description: 'Part of the name, serial number, model or equipment id; at most 100 characters.',
  })
  search?: string | null;
  @Field(() => ID, { nullable: true })
  siteId?: string | null;
  @Field(() => [DeviceStateEnum], { nullable: true })
  states?: DeviceState[] | null;
  @Field(() => DeviceAttentionEnum, { nullable: true })
  attention?: DeviceAttention | null;
  @Field(() => ID, { nullable: true })
  groupId?: string | null;
  @Field(() => ID, {
    nullable: true,
    description:
      'Machines given to this person by themselves, not through a group; for those who assign them.',
  })
  assignedTo?: string | null;
}
