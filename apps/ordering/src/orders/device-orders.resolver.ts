import { Authorized, type GraphqlContext } from '@platen/platform';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { newestOrdersLoader } from './order.loader';
import { orderPageOf } from './order-page';
import type { OrderService } from './order.service';
import { OrderedDevice, SupplyOrderType } from './order.type';

/** What ordering adds to fleet's device (R36). Nullable: without ordering the device is still shown. */
@Resolver(() => OrderedDevice)
export class DeviceOrdersResolver {
  constructor(private readonly service: OrderService) {}

  @Authorized('order:read')
  @FieldResolver(() => [SupplyOrderType], { nullable: true, description: 'Newest first.' })
  async orders(
    @Root() device: OrderedDevice,
    @Arg('first', () => Int, { nullable: true, defaultValue: 5 }) first: number | null,
    @Ctx() context: GraphqlContext,
  ): Promise<SupplyOrderType[]> {
    return newestOrdersLoader(context, this.service, orderPageOf(first ?? 5, null).size).load(device.id);
  }

  @Authorized('order:read')
  @FieldResolver(() => SupplyOrderType, { nullable: true })
  async lastOrder(
    @Root() device: OrderedDevice,
    @Ctx() context: GraphqlContext,
  ): Promise<SupplyOrderType | null> {
    const [newest] = await newestOrdersLoader(context, this.service, 1).load(device.id);
    return newest ?? null;
  }
}
