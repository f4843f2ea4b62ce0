import { type Clock, type LocalDay, type Result, addDays, err, localDateTimeOf, ok } from '@platen/kernel';
import type { Actor, DeviceAccess, Tx, UnitOfWork } from '@platen/platform';
import { type InputFault, type InvalidInput, textFaults } from '../input-faults';
import type { ProjectionService } from '../projections/projection.service';
import { goOn } from './go-on';
import { type LockedOrder, lockOrder } from './lock-order';
import type { OrderLetters } from './order-letters';
import { orderScopeOf } from './order-scope';
import { type OrderStatus, canFollow, isSelfService } from './order-status';
import type { OrderActNotPossible, OrderNotFound, OrderPastSelfService } from './order.errors';

/** What a branch tells of an order; what is left out stays. */
export interface StatusReport {
  readonly orderId: string;
  readonly status: OrderStatus;
  /** what the customer is told; '' takes it back */
  readonly note?: string | null;
  readonly expectedOn?: LocalDay | null;
}

interface Changed {
  readonly orderId: string;
}

/** Longest note, in characters. */
export const MAX_NOTE = 500;
/** How far ahead an arrival can be expected, in days. */
const MAX_DAYS_AHEAD = 365;

const KEEP_REPORT = `
  update supply_order set note = $2, expected_on = $3 where id = $1`;

/** What becomes of orders: by the branch, and by the people who ordered while that is still theirs to do. */
export class OrderLifeService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly deviceAccess: DeviceAccess,
    private readonly projections: ProjectionService,
    private readonly letters: OrderLetters,
    private readonly clock: Clock,
  ) {}

  /** The branch says where an order stands. The same report again changes nothing and tells nobody. */
  async report(
    actor: Actor,
    report: StatusReport,
  ): Promise<Result<Changed, OrderNotFound | OrderActNotPossible | InvalidInput>> {
    const faults = textFaults('note', report.note, MAX_NOTE);
    if (faults.length > 0) return err({ code: 'INVALID_INPUT', fields: faults });
    const scope = await orderScopeOf(actor, this.deviceAccess, 'order:manage');
    return this.work.write(actor, async (tx) => {
      const order = scope && (await lockOrder(tx, scope, { id: report.orderId }));
      if (!order) return err({ code: 'ORDER_NOT_FOUND' as const });
      const moves = order.status !== report.status;
      if (moves && !canFollow(order.status, report.status))
        return err({ code: 'ORDER_ACT_NOT_POSSIBLE' as const, status: order.status });
      const days = await this.dayFaults(tx, order, report);
      if (days.length > 0) return err({ code: 'INVALID_INPUT' as const, fields: days });
      const reported = await keepReport(tx, order, report);
      if (moves) await this.move(tx, actor, reported, report.status);
      return ok({ orderId: order.id });
    });
  }

  /**
   * Who may order takes an order back, until it is picked. Twice is once. Whoever comes second, this or the parcel,
   * waits for the row and is told where the order stands.
   */
  async cancel(
    actor: Actor,
    orderId: string,
  ): Promise<Result<Changed, OrderNotFound | OrderActNotPossible | OrderPastSelfService>> {
    const scope = await orderScopeOf(actor, this.deviceAccess, 'order:place');
    return this.work.write(actor, async (tx) => {
      const order = scope && (await lockOrder(tx, scope, { id: orderId }));
      if (!order) return err({ code: 'ORDER_NOT_FOUND' as const });
      if (order.status === 'cancelled') return ok({ orderId: order.id });
      if (!isSelfService(order.status)) return tooLate(order);
      await this.move(tx, actor, { ...order, note: null }, 'cancelled');
      return ok({ orderId: order.id });
    });
  }

  private async move(
    tx: Tx,
    actor: Actor,
    order: LockedOrder & { readonly note: string | null },
    to: OrderStatus,
  ): Promise<void> {
    const now = this.clock.now();
    const moved = await goOn(tx, actor, order, { to, happenedAt: now });
    tx.audit({
      action: 'order.changed',
      target: { kind: 'order', id: order.id },
      facts: { from: order.status, to },
      of: { customerId: order.customerId, branchId: order.branchId },
    });
    const key = `${order.id}-${now.getTime()}`;
    if (to === 'backordered') await this.letters.backordered(tx, moved, key, order.note);
    if (to === 'cancelled')
      await this.letters.cancelled(tx, moved, actor.kind === 'user' ? 'customer' : 'branch', order.note);
    if (to === 'shipped') await this.letters.shipped(tx, moved, { ...NO_PARCEL, key });
  }

  private async dayFaults(tx: Tx, order: LockedOrder, { expectedOn }: StatusReport): Promise<InputFault[]> {
    if (!expectedOn || expectedOn === order.expectedOn) return [];
    const { timeZone } = await this.projections.getSettings(tx, order.branchId);
    const { day: today } = localDateTimeOf(this.clock.now(), timeZone);
    const fits = expectedOn >= today && expectedOn <= addDays(today, MAX_DAYS_AHEAD);
    return fits ? [] : [{ path: 'expectedOn', problem: 'expectedOnRange' }];
  }
}

/** Goods that the branch says have left, and no more. */
const NO_PARCEL = { lines: null, carrier: null, trackingNumber: null, trackingUrl: null };

async function keepReport(tx: Tx, order: LockedOrder, report: StatusReport) {
  const note = typeof report.note === 'string' ? report.note.trim() || null : order.note;
  const expectedOn = report.expectedOn ?? order.expectedOn;
  if (note !== order.note || expectedOn !== order.expectedOn)
    await tx.query(KEEP_REPORT, [order.id, note, expectedOn]);
  return { ...order, note, expectedOn };
}

function tooLate({
  status,
  branchId,
}: LockedOrder): Result<never, OrderActNotPossible | OrderPastSelfService> {
  if (status === 'picked' || status === 'shipped')
    return err({ code: 'ORDER_PAST_SELF_SERVICE', status, branchId });
  return err({ code: 'ORDER_ACT_NOT_POSSIBLE', status });
}
