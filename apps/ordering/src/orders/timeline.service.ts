import type { Actor, ActorKind, DeviceAccess, UnitOfWork } from '@platen/platform';
import { grouped } from './grouped';
import type { OrderEventFacts } from './order-event';
import { ordersIn } from './order-queries';
import { orderScopeOf } from './order-scope';

/** An entry as it is stored. */
export interface OrderEventRow {
  readonly orderId: string;
  readonly id: string;
  readonly happenedAt: Date;
  readonly kind: string;
  readonly actorKind: ActorKind;
  readonly actorId: string | null;
  readonly facts: OrderEventFacts;
}

/** What happened to orders. */
export class OrderTimelineService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly deviceAccess: DeviceAccess,
  ) {}

  /** The entries of each order, oldest first, whatever order they became known in. */
  async ofOrders(actor: Actor, orderIds: readonly string[]): Promise<OrderEventRow[][]> {
    const scope = await orderScopeOf(actor, this.deviceAccess);
    if (!scope) return orderIds.map(() => []);
    const conditions = ordersIn(scope).add('e.order_id = any(?::uuid[])', orderIds);
    const rows = await this.work.read(actor, (tx) =>
      tx.query<OrderEventRow & Record<string, unknown>>(
        `select e.order_id as "orderId", e.id, e.happened_at as "happenedAt", e.kind, e.actor_kind as "actorKind",
           e.actor_id as "actorId", e.facts
         from order_event e join supply_order o on o.id = e.order_id
         where ${conditions.where} order by e.happened_at, e.id`,
        conditions.parameters,
      ),
    );
    const byOrder = grouped(rows, (row) => row.orderId);
    return orderIds.map((id) => byOrder.get(id) ?? []);
  }
}
