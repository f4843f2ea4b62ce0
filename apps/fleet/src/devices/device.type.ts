import { DateScalar, connectionOf } from '@platen/platform';
import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Customer } from '../customers/customer.type';
import { enumOf } from '../enums';
import { Site } from '../sites/site.type';
import {
  type DeviceLifecycle,
  type LifecycleAct,
  deviceLifecycles,
  lifecycleActs,
} from '../lifecycle/lifecycle';
import {
  type DeviceAttention,
  type DeviceState,
  type DeviceUse,
  deviceAttentions,
  deviceOrders,
  deviceStates,
  deviceUses,
} from './device-state';

const named = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, name])) as Record<Name, Name>;

export const DeviceStateEnum = named(deviceStates);
registerEnumType(DeviceStateEnum, {
  name: 'DeviceState',
  description:
    'Exactly one. SILENT: monitored, but not heard of for longer than the branch allows. PLANNED: not there yet.',
});
export const DeviceLifecycleEnum = enumOf(deviceLifecycles);
registerEnumType(DeviceLifecycleEnum, {
  name: 'DeviceLifecycle',
  description: 'SWAPPED, RETIRED and COLLECTED: out of use, nothing is ordered for it any more.',
});
export const LifecycleActEnum = enumOf(lifecycleActs);
registerEnumType(LifecycleActEnum, { name: 'DeviceLifecycleAct' });
export const DeviceAttentionEnum = named(deviceAttentions);
registerEnumType(DeviceAttentionEnum, { name: 'DeviceAttention' });
export const DeviceUseEnum = named(deviceUses);
registerEnumType(DeviceUseEnum, { name: 'DeviceUse', description: 'ENDED: swapped, retired or collected.' });
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
  @Field(() => Customer, { nullable: true, description: 'Whose machine it is.' })
  customer: Customer;
  @Field(() => String, { nullable: true })
  floor: string | null;
  @Field(() => String, { nullable: true })
  room: string | null;
  @Field(() => String, { nullable: true })
  department: string | null;
  @Field(() => String, { nullable: true })
  ipAddress: string | null;
  @Field(() => DeviceLifecycleEnum)
  lifecycle: DeviceLifecycle;
  @Field(() => DateScalar, { nullable: true })
  installedOn: string | null;
  @Field(() => String, { nullable: true })
  costCentre: string | null;
  @Field(() => String, { nullable: true, description: 'Whom to ask about this machine.' })
  contactName: string | null;
  @Field(() => String, { nullable: true })
  contactEmail: string | null;
  @Field(() => String, { nullable: true })
  contactPhone: string | null;
  @Field(() => String, { nullable: true })
  contractNumber: string | null;
  @Field(() => Int, {
    description: 'Grows with each change; name it in a change so that nobody is overwritten.',
  })
  version: number;
  @Field({ description: 'True where you may change what is known of it and move it.' })
  viewerCanUpdate: boolean;
  @Field(() => [LifecycleActEnum], {
    description: 'What you may do with it as a whole, at this point of its life.',
  })
  viewerActs: LifecycleAct[];
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
  @Field(() => ID, {
    nullable: true,
    description: 'Machines of this organisation alone; for staff, who see those of many.',
  })
  customerId?: string | null;
  @Field(() => [DeviceStateEnum], { nullable: true })
  states?: DeviceState[] | null;
  @Field(() => DeviceAttentionEnum, { nullable: true })
  attention?: DeviceAttention | null;
  @Field(() => DeviceUseEnum, { nullable: true, description: 'Left out: all whose use has not ended.' })
  use?: DeviceUse | null;
  @Field(() => String, { nullable: true, description: 'Exactly this one.' })
  department?: string | null;
  @Field(() => Boolean, { nullable: true })
  monitored?: boolean | null;
  @Field(() => ID, { nullable: true })
  groupId?: string | null;
  @Field(() => ID, {
    nullable: true,
    description:
      'Machines given to this person by themselves, not through a group; for those who assign them.',
  })
  assignedTo?: string | null;
}
