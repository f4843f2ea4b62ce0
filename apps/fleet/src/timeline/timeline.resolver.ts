import { type Connection, type GraphqlContext, isId, pageOf } from '@platen/platform';
import DataLoader from 'dataloader';
import { GraphQLError } from 'graphql';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { deviceLoader } from '../devices/device.loaders';
import type { DeviceService } from '../devices/device.service';
import { Device } from '../devices/device.type';
import { siteLoader } from '../sites/site.loaders';
import type { SiteService } from '../sites/site.service';
import { type DeviceEventRow, TimelineService } from './timeline.service';
import { DeviceEvent, DeviceEventConnection } from './timeline.type';

/** What happened to a machine, batched over the machines of the request. */
@Resolver(() => Device)
export class TimelineOfDeviceResolver {
  constructor(
    private readonly events: TimelineService,
    private readonly devices: DeviceService,
    private readonly sites: SiteService,
  ) {}

  @FieldResolver(() => DeviceEventConnection, { description: 'Newest first.' })
  async timeline(
    @Root() device: Device,
    @Ctx() context: GraphqlContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 25 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Connection<DeviceEvent>> {
    const page = pageByMoment(first, after);
    const loader = context.loader(
      `fleet.timeline ${page.size} ${after ?? ''}`,
      () =>
        new DataLoader<string, Connection<DeviceEventRow>>((ids) =>
          this.events.ofDevices(context.actor, ids, page),
        ),
    );
    const rows = await loader.load(device.id);
    const edges = await Promise.all(
      rows.edges.map(async ({ cursor, node }) => ({ cursor, node: await this.toEvent(node, context) })),
    );
    return { ...rows, edges };
  }

  /** Sites and machines under the viewer's policy: what is not visible any more is null, its id stays in the facts. */
  private async toEvent(row: DeviceEventRow, context: GraphqlContext): Promise<DeviceEvent> {
    const { facts } = row;
    const site = (id: unknown) =>
      typeof id === 'string' ? siteLoader(this.sites, context).load(id) : Promise.resolve(null);
    const other = facts.successorId ?? facts.predecessorId;
    const [fromSite, toSite, otherDevice] = await Promise.all([
      site(facts.fromSiteId),
      site(facts.toSiteId),
      typeof other === 'string' ? deviceLoader(this.devices, context).load(other) : null,
    ]);
    return {
      id: row.id,
      happenedAt: row.happened_at,
      kind: row.kind,
      actorKind: row.actor_kind,
      actor: row.actor_id ? { id: row.actor_id } : null,
      facts: Object.entries(facts).flatMap(([name, value]) =>
        value === null ? [] : [{ name, value: String(value) }],
      ),
      fromSite,
      toSite,
      otherDevice,
    };
  }
}

function pageByMoment(first: number | null, after: string | null | undefined) {
  const page = pageOf(first, after, 2);
  const [moment = '', id = ''] = page.after ?? [];
  if (page.after && (!isId(id) || Number.isNaN(Date.parse(moment)))) {
    throw new GraphQLError('after is not a cursor of this list.', { extensions: { code: 'BAD_USER_INPUT' } });
  }
  return page;
}
