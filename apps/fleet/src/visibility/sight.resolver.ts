import { Authorized, type GraphqlContext } from '@platen/platform';
import DataLoader from 'dataloader';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { deviceLoader } from '../devices/device.loaders';
import type { DeviceService } from '../devices/device.service';
import { Device } from '../devices/device.type';
import { groupsOfDeviceLoader } from '../groups/device-group.loaders';
import type { DeviceGroupService } from '../groups/device-group.service';
import { DeviceGroup } from '../groups/device-group.type';
import { type SightReason, SightService } from './sight.service';
import { DeviceSight, SightOfUser } from './sight.type';

/** Who sees a machine, and why; and the groups it belongs to. */
@Resolver(() => Device)
export class SightResolver {
  constructor(
    private readonly sight: SightService,
    private readonly groups: DeviceGroupService,
    private readonly devices: DeviceService,
  ) {}

  @FieldResolver(() => DeviceSight, { description: 'Why you see this machine.' })
  async viewerSees(@Root() { id }: Device, @Ctx() context: GraphqlContext): Promise<DeviceSight> {
    const reason = await reasonLoader(context, this.sight).load(id);
    const given = reason === 'ASSIGNED' || reason === 'GROUP';
    return { reason, groups: given ? await groupsOfDeviceLoader(context, this.groups).load(id) : [] };
  }

  @FieldResolver(() => [DeviceGroup], { name: 'groups', description: 'Groups that you see, by name.' })
  groupsOf(@Root() { id }: Device, @Ctx() context: GraphqlContext): Promise<DeviceGroup[]> {
    return groupsOfDeviceLoader(context, this.groups).load(id);
  }

  @Authorized('user:manage', 'equipment:manage')
  @Query(() => SightOfUser, {
    nullable: true,
    description: 'How a person is given a machine. Null for a machine that you may not see yourself.',
  })
  async whyVisible(
    @Arg('userId', () => ID) userId: string,
    @Arg('deviceId', () => ID) deviceId: string,
    @Ctx() context: GraphqlContext,
  ): Promise<SightOfUser | null> {
    const device = await deviceLoader(this.devices, context).load(deviceId);
    return (
      device && { device, user: { id: userId }, ...(await this.sight.ways(context.actor, userId, device.id)) }
    );
  }
}

function reasonLoader(context: GraphqlContext, sight: SightService): DataLoader<string, SightReason> {
  return context.loader(
    'fleet.sight',
    () => new DataLoader<string, SightReason>((ids) => sight.reasons(context.actor, ids)),
  );
}
