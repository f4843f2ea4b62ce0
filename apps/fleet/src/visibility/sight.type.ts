import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Device } from '../devices/device.type';
import { DeviceGroup, User } from '../groups/device-group.type';
import { type SightReason, sightReasons } from './sight.service';

export const VisibilityReasonEnum = Object.fromEntries(sightReasons.map((name) => [name, name])) as Record<
  SightReason,
  SightReason
>;
registerEnumType(VisibilityReasonEnum, {
  name: 'VisibilityReason',
  description:
    'ALL_OF_CUSTOMER: all machines of the organisation. BRANCH: all of the branch. ASSIGNED: given by itself. GROUP: through a group.',
});

/** Why you see a machine. */
@ObjectType({ simpleResolvers: true })
export class DeviceSight {
  @Field(() => VisibilityReasonEnum)
  reason: SightReason;
  @Field(() => [DeviceGroup], { description: 'Groups given to you that hold this machine.' })
  groups: DeviceGroup[];
}

/** How a person is given a machine. Whether his rights let him see any, or all, is told by the person. */
@ObjectType({ simpleResolvers: true })
export class SightOfUser {
  @Field(() => Device)
  device: Device;
  @Field(() => User, { nullable: true })
  user: User;
  @Field({ description: 'True: given by itself.' })
  assigned: boolean;
  @Field(() => [DeviceGroup], { description: 'Groups given to the person that hold this machine.' })
  groups: DeviceGroup[];
}
