import { orderChanged } from '@platen/contracts';
import type { Tx } from '@platen/platform';
import type { LockedOrder } from './lock-order';
import { type OrderEventActor, type OrderEventFacts, recordOrderEvent } from './order-event';
import { type OrderStatus, canFollow, isLive } from './order-status';

/** An order was asked to go where it cannot: the caller did not ask `canFollow` first, a bug. */
export class ImpossibleStepError extends Error {
  override readonly name = 'ImpossibleStepError';
}

/**
 * The one place where an order gets another status: the row, its lines, the timeline and the event that tells others.
 * @param happenedAt  when it happened, which may be before it became known
 * @returns the order as it is now
 * @throws ImpossibleStepError
 */
export async function goOn<Order extends LockedOrder>(
  tx: Tx,
  actor: OrderEventActor,
  order: Order,
  step: { readonly to: OrderStatus; readonly happenedAt: Date; readonly facts?: OrderEventFacts },
): Promise<Order> {
  const { to, happenedAt, facts } = step;
  if (!canFollow(order.status, to))
    throw new ImpossibleStepError(`Order ${order.id} cannot go from ${order.status} to ${to}.`);
  await tx.query('update supply_order set status = $2 where id = $1', [order.id, to]);
  if (!isLive(to)) {
    await tx.query('update order_line set closed_at = $2 where order_id = $1 and closed_at is null', [
      order.id,
      happenedAt,
    ]);
  }
  await recordOrderEvent(tx, actor, order, { kind: to, happenedAt, ...(facts && { facts }) });
  tx.emit(orderChanged, {
    orderId: order.id,
    customerId: order.customerId,
    branchId: order.branchId,
    deviceId: order.deviceId,
    number: order.number,
    automatic: order.automatic,
    from: order.status,
    to,
    happenedAt: happenedAt.toISOString(),
  });
  return { ...order, status: to };
}
