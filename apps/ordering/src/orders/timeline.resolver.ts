import type { GraphqlContext } from '@platen/platform';
import DataLoader from 'dataloader';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { SupplyOrderType } from './order.type';
import { type OrderEventRow, OrderTimelineService } from './timeline.service';
import { OrderEvent } from './timeline.type';

/** What happened to an order, batched over the orders of the request. */
@Resolver(() => SupplyOrderType)
export class OrderTimelineResolver {
  constructor(private readonly service: OrderTimelineService) {}

  @FieldResolver(() => [OrderEvent], { description: 'Oldest first.' })
  async timeline(@Root() order: SupplyOrderType, @Ctx() context: GraphqlContext): Promise<OrderEvent[]> {
    const loader = context.loader(
      'order timelines',
      () => new DataLoader<string, OrderEventRow[]>((ids) => this.service.ofOrders(context.actor, ids)),
    );
    return (await loader.load(order.id)).map(toOrderEvent);
  }
}

function toOrderEvent({ actorId, facts, ...row }: OrderEventRow): OrderEvent {
  return {
    ...row,
    actor: actorId === null ? null : { id: actorId },
    facts: Object.entries(facts).flatMap(([name, value]) =>
      value === null ? [] : [{ name, value: String(value) }],
    ),
  };
}
