import { Authorized, type Connection, type GraphqlContext, isId, pageOf } from '@platen/platform';
import { GraphQLError } from 'graphql';
import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { deviceLoader } from '../devices/device.loaders';
import type { DeviceService } from '../devices/device.service';
import type { Device } from '../devices/device.type';
import { groupLoader } from '../groups/device-group.loaders';
import type { DeviceGroupService } from '../groups/device-group.service';
import type { DeviceGroup } from '../groups/device-group.type';
import { type SightChangeRow, SightLogService, type ViewerRow } from './sight-log.service';
import { DeviceViewer, DeviceViewerConnection, SightChange, SightChangeConnection } from './sight-log.type';

/** Who saw which machine, and since when (field.md P24). */
@Resolver()
export class SightLogResolver {
  constructor(
    private readonly log: SightLogService,
    private readonly devices: DeviceService,
    private readonly groups: DeviceGroupService,
  ) {}

  @Authorized('user:manage', 'equipment:manage')
  @Query(() => SightChangeConnection, {
    nullable: true,
    description: 'Machines that a person gained and lost, newest first.',
  })
  async sightChanges(
    @Arg('userId', () => ID) userId: string,
    @Ctx() context: GraphqlContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 25 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Connection<SightChange>> {
    const rows = await this.log.changesOf(context.actor, userId, pageById(first, after));
    return withNodes(rows, (row) => this.toChange(row, context));
  }

  @Authorized('user:manage', 'equipment:manage')
  @Query(() => DeviceViewerConnection, {
    nullable: true,
    description: 'Who sees a machine now, and since when. Null for a machine that you may not see yourself.',
  })
  async deviceViewers(
    @Arg('deviceId', () => ID) deviceId: string,
    @Ctx() context: GraphqlContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 25 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Connection<DeviceViewer> | null> {
    const page = pageById(first, after);
    const device = await deviceLoader(this.devices, context).load(deviceId);
    if (!device) return null;
    const rows = await this.log.viewersOf(context.actor, device.id, page);
    return withNodes(rows, (row) => this.toViewer(row, context));
  }

  private async toChange(row: SightChangeRow, context: GraphqlContext): Promise<SightChange> {
    const { addedIds, removedIds, changedBy, ...change } = row;
    const [addedDevices, removedDevices] = await Promise.all([
      this.devicesOf(addedIds, context),
      this.devicesOf(removedIds, context),
    ]);
    return {
      ...change,
      changedBy: changedBy === null ? null : { id: changedBy },
      addedDevices,
      removedDevices,
    };
  }

  private async toViewer({ groupIds, ...row }: ViewerRow, context: GraphqlContext): Promise<DeviceViewer> {
    const groups = await groupLoader(context, this.groups).loadMany(groupIds);
    return { ...row, user: { id: row.userId }, groups: groups.filter(isFound<DeviceGroup>) };
  }

  private async devicesOf(ids: readonly string[], context: GraphqlContext): Promise<Device[]> {
    return (await deviceLoader(this.devices, context).loadMany(ids)).filter(isFound<Device>);
  }
}

function isFound<Found>(found: Found | Error | null): found is Found {
  return found !== null && !(found instanceof Error);
}

async function withNodes<Row, Node>(
  rows: Connection<Row>,
  node: (row: Row) => Promise<Node>,
): Promise<Connection<Node>> {
  const nodes = await Promise.all(rows.edges.map((edge) => node(edge.node)));
  return {
    ...rows,
    edges: rows.edges.map(({ cursor }, at) => ({ cursor, node: nodes[at] as Node })),
  };
}

function pageById(first: number | null, after: string | null | undefined) {
  const page = pageOf(first, after, 1);
  if (page.after && !isId(page.after[0] ?? '')) {
    throw new GraphQLError('after is not a cursor of this list.', { extensions: { code: 'BAD_USER_INPUT' } });
  }
  return page;
}
