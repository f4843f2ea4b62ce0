import { type Clock, type Result, err, ok } from '@platen/kernel';
import type { Actor, DeviceAccess, IdempotencyConflict, Tx, UnitOfWork } from '@platen/platform';
import { type Carrier, findCarrier } from '../carriers/carrier.service';
import { trackingUrl } from '../carriers/tracking-url';
import type { InputFault, InvalidInput } from '../input-faults';
import { goOn } from '../orders/go-on';
import { type LockedOrder, lockOrder } from '../orders/lock-order';
import { recordOrderEvent } from '../orders/order-event';
import type { OrderLetters } from '../orders/order-letters';
import { orderScopeOf } from '../orders/order-scope';
import { canFollow, takesShipments } from '../orders/order-status';
import type { OrderActNotPossible, OrderNotFound } from '../orders/order.errors';
import { allShipped, pack } from './pack';
import {
  type DeliveryReport,
  type ShipmentReport,
  deliveryFaults,
  hashOf,
  orderNameOf,
  shipmentFaults,
} from './shipment-input';
import { findShipment, keepArrival, keepShipment, lastArrivalOf, openLinesOf } from './shipment-rows';

/** The parcel, or why nothing was recorded. */
export type ShipmentOutcome = Result<
  { readonly orderId: string; readonly shipmentId: string },
  OrderNotFound | OrderActNotPossible | InvalidInput | IdempotencyConflict
>;

/** What partners and staff tell of parcels: in any order, late, and as often as they like (R55, R56). */
export class RecordShipmentService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly deviceAccess: DeviceAccess,
    private readonly letters: OrderLetters,
    private readonly clock: Clock,
  ) {}

  /** A parcel has left. The same report again is the same parcel; another one under its key is a conflict. */
  async shipped(actor: Actor, report: ShipmentReport): Promise<ShipmentOutcome> {
    const faults = shipmentFaults(report, this.clock.now());
    if (faults.length > 0) return invalid(faults);
    return this.onOrder(actor, report, (tx, order) => this.recordShipped(tx, actor, order, report));
  }

  /** A parcel has arrived; that it left may be told afterwards. The same report again changes nothing. */
  async delivered(actor: Actor, report: DeliveryReport): Promise<ShipmentOutcome> {
    const faults = deliveryFaults(report, this.clock.now());
    if (faults.length > 0) return invalid(faults);
    return this.onOrder(actor, report, (tx, order) => recordDelivered(tx, actor, order, report));
  }

  private async onOrder(
    actor: Actor,
    report: ShipmentReport | DeliveryReport,
    record: (tx: Tx, order: LockedOrder) => Promise<ShipmentOutcome>,
  ): Promise<ShipmentOutcome> {
    const scope = await orderScopeOf(actor, this.deviceAccess, 'shipment:write');
    if (!scope) return err({ code: 'ORDER_NOT_FOUND' });
    return this.work.write(actor, async (tx) => {
      const order = await lockOrder(tx, scope, orderNameOf(report));
      return order ? record(tx, order) : err({ code: 'ORDER_NOT_FOUND' as const });
    });
  }

  private async recordShipped(
    tx: Tx,
    actor: Actor,
    order: LockedOrder,
    report: ShipmentReport,
  ): Promise<ShipmentOutcome> {
    const hash = hashOf(report);
    const known = await findShipment(tx, order, report.key.trim());
    if (known?.inputHash)
      return known.inputHash === hash
        ? ok({ orderId: order.id, shipmentId: known.id })
        : err({ code: 'IDEMPOTENCY_CONFLICT' });
    if (!takesShipments(order.status)) return notPossible(order);
    if (known?.deliveredAt && report.shippedAt > known.deliveredAt)
      return invalid([{ path: 'shippedAt', problem: 'shippedAfterDelivery' }]);
    const carrier = report.carrierKey ? await findCarrier(tx, order.branchId, report.carrierKey) : null;
    if (report.carrierKey && !carrier) return invalid([{ path: 'carrierKey', problem: 'carrierUnknown' }]);
    const packed = pack(await openLinesOf(tx, order), report.lines ?? null);
    if (!packed.ok) return invalid(packed.failure);
    const lines = packed.value;
    const shipmentId = await keepShipment(tx, order, report, { hash, carrierId: carrier?.id ?? null, lines });
    const moved = await leave(tx, actor, order, { shipmentId, happenedAt: report.shippedAt });
    if (!known?.deliveredAt)
      await this.letters.shipped(tx, moved, { key: shipmentId, lines, ...wayOf(report, carrier) });
    await arriveWhenAllIsThere(tx, actor, moved, shipmentId);
    auditShipment(tx, order, shipmentId);
    return ok({ orderId: order.id, shipmentId });
  }
}

async function recordDelivered(
  tx: Tx,
  actor: Actor,
  order: LockedOrder,
  { key, deliveredAt }: DeliveryReport,
): Promise<ShipmentOutcome> {
  const known = await findShipment(tx, order, key.trim());
  if (known?.deliveredAt)
    return known.deliveredAt.getTime() === deliveredAt.getTime()
      ? ok({ orderId: order.id, shipmentId: known.id })
      : err({ code: 'IDEMPOTENCY_CONFLICT' });
  // A parcel given up as lost may turn up after all.
  if (!takesShipments(order.status) && order.status !== 'lost') return notPossible(order);
  if (known?.shippedAt && deliveredAt < known.shippedAt)
    return invalid([{ path: 'deliveredAt', problem: 'deliveredBeforeShipped' }]);
  const shipmentId = await keepArrival(tx, order, key.trim(), deliveredAt);
  // Something must have left, though nobody said so yet.
  const moved = known ? order : await leave(tx, actor, order, { shipmentId, happenedAt: deliveredAt });
  const arrived = await arriveWhenAllIsThere(tx, actor, moved, shipmentId);
  if (!arrived)
    await recordOrderEvent(tx, actor, moved, {
      kind: 'shipment-delivered',
      happenedAt: deliveredAt,
      facts: { shipmentId },
    });
  auditShipment(tx, order, shipmentId);
  return ok({ orderId: order.id, shipmentId });
}

/** The first parcel ships the order; those after it stand on the timeline alone. */
async function leave(
  tx: Tx,
  actor: Actor,
  order: LockedOrder,
  { shipmentId, happenedAt }: { shipmentId: string; happenedAt: Date },
): Promise<LockedOrder> {
  const facts = { shipmentId };
  if (canFollow(order.status, 'shipped')) return goOn(tx, actor, order, { to: 'shipped', happenedAt, facts });
  await recordOrderEvent(tx, actor, order, { kind: 'shipment-reported', happenedAt, facts });
  return order;
}

/** @returns whether the order is delivered now: every piece has left, and every parcel has arrived */
async function arriveWhenAllIsThere(
  tx: Tx,
  actor: Actor,
  order: LockedOrder,
  shipmentId: string,
): Promise<boolean> {
  if (!canFollow(order.status, 'delivered')) return false;
  const last = await lastArrivalOf(tx, order);
  if (!last || !allShipped(await openLinesOf(tx, order))) return false;
  await goOn(tx, actor, order, { to: 'delivered', happenedAt: last, facts: { shipmentId } });
  return true;
}

function wayOf({ trackingNumber }: ShipmentReport, carrier: Carrier | null) {
  const number = trackingNumber || null;
  return {
    carrier: carrier?.name ?? null,
    trackingNumber: number,
    trackingUrl: trackingUrl(carrier?.trackingTemplate ?? null, number),
  };
}

function auditShipment(tx: Tx, order: LockedOrder, shipmentId: string): void {
  tx.audit({
    action: 'order.shipped',
    target: { kind: 'order', id: order.id },
    facts: { shipmentId },
    of: { customerId: order.customerId, branchId: order.branchId },
  });
}

function invalid(fields: readonly InputFault[]): Result<never, InvalidInput> {
  return err({ code: 'INVALID_INPUT', fields });
}

function notPossible({ status }: LockedOrder): Result<never, OrderActNotPossible> {
  return err({ code: 'ORDER_ACT_NOT_POSSIBLE', status });
}
