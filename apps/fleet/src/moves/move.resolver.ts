import { Authorized, type GraphqlContext } from '@platen/platform';
import DataLoader from 'dataloader';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { goneDevice, toDeviceError } from '../devices/device-failures.mapping';
import { deviceLoader } from '../devices/device.loaders';
import type { DeviceService } from '../devices/device.service';
import { Device } from '../devices/device.type';
import { siteLoader } from '../sites/site.loaders';
import type { SiteService } from '../sites/site.service';
import { MovePreviewService, type PlannedMoveRow } from './move-preview.service';
import { type MoveOutcome, MoveService } from './move.service';
import {
  CancelDeviceMoveInput,
  MoveDeviceInput,
  MoveDeviceResult,
  MoveDeviceSuccess,
  MovePreview,
  PlannedMove,
} from './move.type';

/** Moving machines, and what follows from it. */
@Resolver(() => Device)
export class MoveResolver {
  constructor(
    private readonly moves: MoveService,
    private readonly previews: MovePreviewService,
    private readonly devices: DeviceService,
    private readonly sites: SiteService,
  ) {}

  @Authorized('equipment:manage', 'device:manage')
  @Query(() => MovePreview, {
    nullable: true,
    description: 'What follows from moving a machine to a location; null where you cannot.',
  })
  async movePreview(
    @Arg('deviceId', () => ID) deviceId: string,
    @Arg('siteId', () => ID) siteId: string,
    @Ctx() context: GraphqlContext,
  ): Promise<MovePreview | null> {
    const found = await this.previews.preview(context.actor, deviceId, siteId);
    if (!found) return null;
    const { userIds, siteId: id, ...preview } = found;
    const site = await siteLoader(this.sites, context).load(id);
    return { ...preview, site, people: userIds.map((userId) => ({ userId, user: { id: userId } })) };
  }

  @Authorized('equipment:manage', 'device:manage')
  @Mutation(() => MoveDeviceResult, { description: 'Moves a machine now, or plans it for a day.' })
  async moveDevice(
    @Arg('input') input: MoveDeviceInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof MoveDeviceResult> {
    return this.answer(await this.moves.move(context.actor, input), context);
  }

  @Authorized('equipment:manage', 'device:manage')
  @Mutation(() => MoveDeviceResult, { description: 'Takes a planned move back.' })
  async cancelDeviceMove(
    @Arg('input') input: CancelDeviceMoveInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof MoveDeviceResult> {
    return this.answer(await this.moves.cancel(context.actor, input), context);
  }

  @FieldResolver(() => PlannedMove, { nullable: true, description: 'The move that waits for its day.' })
  async plannedMove(@Root() device: Device, @Ctx() context: GraphqlContext): Promise<PlannedMove | null> {
    const loader = context.loader(
      'fleet.planned-move',
      () => new DataLoader<string, PlannedMoveRow | null>((ids) => this.previews.planned(context.actor, ids)),
    );
    const move = await loader.load(device.id);
    if (!move) return null;
    const site = await siteLoader(this.sites, context).load(move.site_id);
    return { site, floor: move.floor, room: move.room, on: move.moves_on };
  }

  private async answer(outcome: MoveOutcome, context: GraphqlContext): Promise<typeof MoveDeviceResult> {
    const { locale } = context.actor;
    const devices = deviceLoader(this.devices, context);
    if (!outcome.ok) return toDeviceError(outcome.failure, locale, devices);
    const device = await devices.load(outcome.value.deviceId);
    return device ? Object.assign(new MoveDeviceSuccess(), { device }) : goneDevice(locale);
  }
}
