import { Authorized, type Connection, CountScalar, type GraphqlContext, pageOf } from '@platen/platform';
import { GraphQLError } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { deviceOrderSpecs, fitsOrder } from './device-order';
import type { DeviceOrder } from './device-state';
import { deviceLoader } from './device.loaders';
import { toDevice, toDeviceFilter } from './device.mapping';
import type { DeviceFilter } from './device.query';
import { DeviceService } from './device.service';
import { Device, DeviceConnection, DeviceFilterInput, DeviceOrderEnum } from './device.type';

/** A page of devices that remembers what it was narrowed to, for those who ask how many there are. */
type DeviceList = Connection<Device> & { readonly filter: DeviceFilter };

/** Machines: one, many, and where they stand. */
@Resolver(() => Device)
export class DeviceResolver {
  constructor(private readonly service: DeviceService) {}

  @Authorized('device:read')
  @Query(() => Device, { nullable: true, description: 'Null for an unknown id as for one you may not see.' })
  device(@Arg('id', () => ID) id: string, @Ctx() context: GraphqlContext): Promise<Device | null> {
    return deviceLoader(this.service, context).load(id);
  }

  @Authorized('device:read')
  @Query(() => DeviceConnection, { nullable: true, description: 'Machines in use that you can see.' })
  async devices(
    @Ctx() { actor }: GraphqlContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 25 }) first: number | null,
    @Arg('orderBy', () => DeviceOrderEnum, { nullable: true, defaultValue: 'NAME' })
    orderBy: DeviceOrder | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('filter', () => DeviceFilterInput, { nullable: true }) filterInput?: DeviceFilterInput | null,
  ): Promise<DeviceList> {
    const filter = toDeviceFilter(filterInput, actor);
    const order = orderBy ?? 'NAME';
    const rows = await this.service.list(actor, filter, order, pageIn(order, first, after));
    const edges = rows.edges.map(({ cursor, node }) => ({ cursor, node: toDevice(node, actor) }));
    return { ...rows, edges, filter };
  }
}

/** Counts a list only when somebody asks. */
@Resolver(() => DeviceConnection)
export class DeviceConnectionResolver {
  constructor(private readonly service: DeviceService) {}

  @FieldResolver(() => CountScalar, { nullable: true })
  totalCount(@Root() list: DeviceList, @Ctx() { actor }: GraphqlContext): Promise<number | null> {
    return this.service.count(actor, list.filter);
  }
}

function pageIn(order: DeviceOrder, first: number | null, after: string | null | undefined) {
  const spec = deviceOrderSpecs[order];
  const page = pageOf(first, after, spec.columns.length);
  if (page.after && !fitsOrder(spec, page.after)) {
    throw new GraphQLError('after is not a cursor of this list.', { extensions: { code: 'BAD_USER_INPUT' } });
  }
  return page;
}
