import { connectionOf } from '@platen/platform';
import { Field, ID, ObjectType } from 'type-graphql';
import { Device } from '../devices/device.type';
import { User } from '../groups/device-group.type';
import { Site } from '../sites/site.type';

/** One fact of an entry: ids, settings and counter values. */
@ObjectType({ simpleResolvers: true })
export class DeviceEventFact {
  @Field()
  name: string;
  @Field()
  value: string;
}

/** Something that happened to a machine. */
@ObjectType({ simpleResolvers: true })
export class DeviceEvent {
  @Field(() => ID)
  id: string;
  @Field()
  happenedAt: Date;
  @Field({
    description:
      'For example moved or cartridge-changed; kinds are added, so show what you do not know as it is.',
  })
  kind: string;
  @Field({ description: 'Who did it: user, staff, partner, system; collector where the machine told it.' })
  actorKind: string;
  @Field(() => User, { nullable: true, description: 'The person, where you may see that person.' })
  actor: User | null;
  @Field(() => [DeviceEventFact])
  facts: DeviceEventFact[];
  @Field(() => Site, { nullable: true, description: 'Where the machine stood before a move.' })
  fromSite: Site | null;
  @Field(() => Site, { nullable: true, description: 'Where it stands since.' })
  toSite: Site | null;
  @Field(() => Device, {
    nullable: true,
    description: 'The machine that took its place, or whose place it took.',
  })
  otherDevice: Device | null;
}

export const DeviceEventConnection = connectionOf('DeviceEvent', () => DeviceEvent);
