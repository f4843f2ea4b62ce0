import { Authorized, type GraphqlContext } from '@platen/platform';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { orderLinesLoader, orderLoader } from './order.loader';
import { orderPageOf } from './order-page';
import type { OrderService } from './order.service';
import {
  OrderFilterInput,
  OrderLineType,
  OrderSummary,
  SupplyOrderConnection,
  SupplyOrderType,
} from './order.type';
import { toOrderType } from './to-order-type';

@Resolver(() => SupplyOrderType)
export class OrderResolver {
  constructor(private readonly service: OrderService) {}

  @Authorized('order:read')
  @Query(() => SupplyOrderType, { nullable: true })
  order(@Arg('id', () => ID) id: string, @Ctx() context: GraphqlContext): Promise<SupplyOrderType | null> {
    return orderLoader(context, this.service).load(id);
  }

  @Authorized('order:read')
  @Query(() => SupplyOrderConnection, { nullable: true, description: 'Newest first.' })
  async orders(
    @Arg('first', () => Int, { nullable: true, defaultValue: 25 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Arg('filter', () => OrderFilterInput, { nullable: true }) filter: OrderFilterInput | null,
    @Ctx() { actor }: GraphqlContext,
  ) {
    const list = await this.service.list(actor, filter ?? {}, orderPageOf(first, after));
    return {
      ...list,
      edges: list.edges.map(({ cursor, node }) => ({ cursor, node: toOrderType(node, actor.locale) })),
    };
  }

  @Authorized('order:read')
  @Query(() => OrderSummary, { nullable: true })
  async orderSummary(@Ctx() { actor }: GraphqlContext): Promise<OrderSummary> {
    return { underWay: await this.service.countUnderWay(actor) };
  }

  @FieldResolver(() => [OrderLineType])
  lines(@Root() order: SupplyOrderType, @Ctx() context: GraphqlContext): Promise<OrderLineType[]> {
    return orderLinesLoader(context, this.service).load(order.id);
  }
}
