import type { Actor, Tx } from '@platen/platform';
import { orderStatuses } from './order-status';

/** What stands on the timeline of an order. Kinds are added, never renamed: rows outlive the code. */
export const orderEventKinds = [
  'placed',
  ...orderStatuses,
  'changed',
  'shipment-reported',
  'shipment-delivered',
  'return-requested',
  'return-accepted',
  'return-declined',
  'return-received',
] as const;

export type OrderEventKind = (typeof orderEventKinds)[number];

/** Values beside an entry: ids, settings and figures, never names or addresses of people (threats C41). */
export type OrderEventFacts = Readonly<Record<string, string | number | boolean | null>>;

/** Who did it, as far as it is kept: the kind and the id. */
export type OrderEventActor = Pick<Actor, 'kind' | 'id'>;

/** The product itself, where nobody in person acted. */
export const theEngine: OrderEventActor = { kind: 'system', id: null };

const RECORD = `
  insert into order_event (customer_id, branch_id, order_id, happened_at, kind, actor_kind, actor_id, facts)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;

/**
 * Puts what happened on the timeline of an order, in the transaction of the change itself.
 * @param happenedAt  when it happened, which may be before it became known
 */
export async function recordOrderEvent(
  tx: Tx,
  actor: OrderEventActor,
  order: { readonly id: string; readonly customerId: string; readonly branchId: string },
  event: { readonly kind: OrderEventKind; readonly happenedAt: Date; readonly facts?: OrderEventFacts },
): Promise<void> {
  await tx.query(RECORD, [
    order.customerId,
    order.branchId,
    order.id,
    event.happenedAt,
    event.kind,
    actor.kind,
    actor.id,
    JSON.stringify(event.facts ?? {}),
  ]);
}
