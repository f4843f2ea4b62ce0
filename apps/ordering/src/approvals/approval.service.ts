import { orderPlaced } from '@platen/contracts';
import { type Clock, type Result, err, ok } from '@platen/kernel';
import type { Actor, DeviceAccess, Tx, UnitOfWork } from '@platen/platform';
import { expectedArrival } from '@platen/platform/calendar';
import { type InvalidInput, textFaults } from '../input-faults';
import { goOn } from '../orders/go-on';
import { type LockedOrder, lockOrder } from '../orders/lock-order';
import type { OrderPlacement } from '../orders/order-placement';
import { orderScopeOf } from '../orders/order-scope';
import type { OrderActNotPossible, OrderNotFound } from '../orders/order.errors';
import { confirmToOrganisation, confirmedPartOf } from '../placing/confirm-request';
import type { ProjectionService } from '../projections/projection.service';

/** Nobody approves what he ordered himself; nothing was decided. */
export interface OwnOrder {
  readonly code: 'OWN_ORDER';
}

export type DecisionOutcome = Result<
  { readonly orderId: string },
  OrderNotFound | OrderActNotPossible | OwnOrder | InvalidInput
>;

/** Longest reason of a decline, in characters. */
export const MAX_REASON = 500;

const REQUEST = `
  select placed_by as "placedBy", decided_by as "decidedBy", batch_id as "batchId" from supply_order where id = $1`;

const REGISTER = `
  update supply_order set placed_at = $2, expected_on = $3, decided_at = $2, decided_by = $4 where id = $1`;

const DECLINE = `
  update supply_order set decided_at = $2, decided_by = $3, decline_reason = $4 where id = $1`;

/** Orders that wait for somebody's word. */
export class ApprovalService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly deviceAccess: DeviceAccess,
    private readonly projections: ProjectionService,
    private readonly placement: OrderPlacement,
    private readonly clock: Clock,
  ) {}

  /** The order is registered from now on: the day of its arrival counts from the approval (R58), its mail goes out. */
  approve(actor: Actor, orderId: string): Promise<DecisionOutcome> {
    return this.decide(actor, orderId, 'received', async (tx, order) => {
      const now = this.clock.now();
      const settings = await this.projections.getSettings(tx, order.branchId);
      await tx.query(REGISTER, [order.id, now, expectedArrival(settings, now), actor.id]);
      await goOn(tx, actor, order, { to: 'received', happenedAt: now, facts: { approved: true } });
      const { customerId, branchId, deviceId, number } = order;
      tx.emit(orderPlaced, { orderId: order.id, customerId, branchId, deviceId, number, automatic: false });
      const part = await confirmedPartOf(tx, this.projections, order.id);
      await confirmToOrganisation(tx, this.projections, this.placement.publicUrl, [part]);
    });
  }

  /** @param reason  for the person who ordered */
  decline(actor: Actor, orderId: string, reason: string): Promise<DecisionOutcome> {
    const words = reason.trim();
    const fields = textFaults('reason', words, MAX_REASON);
    if (words === '') fields.push({ path: 'reason', problem: 'reasonNeeded' });
    if (fields.length > 0) return Promise.resolve(err({ code: 'INVALID_INPUT', fields }));
    return this.decide(actor, orderId, 'declined', async (tx, order) => {
      const now = this.clock.now();
      await tx.query(DECLINE, [order.id, now, actor.id, words]);
      await goOn(tx, actor, order, { to: 'declined', happenedAt: now });
    });
  }

  /**
   * Of two who decide at once the second waits for the row, and is told where the order stands. Who decided the same
   * before has decided it.
   */
  private async decide(
    actor: Actor,
    orderId: string,
    to: 'received' | 'declined',
    carryOut: (tx: Tx, order: LockedOrder) => Promise<void>,
  ): Promise<DecisionOutcome> {
    const scope = await orderScopeOf(actor, this.deviceAccess, 'order:approve');
    return this.work.write(actor, async (tx): Promise<DecisionOutcome> => {
      const order = scope && (await lockOrder(tx, scope, { id: orderId }));
      if (!order) return err({ code: 'ORDER_NOT_FOUND' });
      const [request] = await tx.query<{ placedBy: string | null; decidedBy: string | null }>(REQUEST, [
        order.id,
      ]);
      if (actor.id !== null && request?.placedBy === actor.id) return err({ code: 'OWN_ORDER' });
      if (order.status === to && request?.decidedBy === actor.id) return ok({ orderId: order.id });
      if (order.status !== 'awaiting_approval')
        return err({ code: 'ORDER_ACT_NOT_POSSIBLE', status: order.status });
      await carryOut(tx, order);
      tx.audit({
        action: 'order.decided',
        target: { kind: 'order', id: order.id },
        facts: { approved: to === 'received' },
        of: { customerId: order.customerId, branchId: order.branchId },
      });
      return ok({ orderId: order.id });
    });
  }
}
