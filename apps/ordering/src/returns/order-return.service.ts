import { type Clock, type Result, err, ok } from '@platen/kernel';
import {
  type Actor,
  type DeviceAccess,
  type IdempotencyConflict,
  type Tx,
  type UnitOfWork,
  isId,
  once,
} from '@platen/platform';
import { type InputFault, type InvalidInput, keyFaults, textFaults } from '../input-faults';
import { grouped } from '../orders/grouped';
import { type LockedOrder, lockOrder } from '../orders/lock-order';
import { recordOrderEvent } from '../orders/order-event';
import { ordersIn } from '../orders/order-queries';
import { orderScopeOf } from '../orders/order-scope';
import type { OrderActNotPossible, OrderNotFound } from '../orders/order.errors';
import { type ReturnReason, type ReturnState, returnCanFollow, takesReturns } from './return-state';

/** What somebody wants to send back. */
export interface ReturnRequest {
  readonly idempotencyKey: string;
  readonly orderId: string;
  readonly reason: ReturnReason;
  /** which line of the order; none for empties */
  readonly lineId?: string | null;
  readonly quantity: number;
  readonly note?: string | null;
}

/** What the branch says of a return. */
export interface ReturnAnswer {
  readonly returnId: string;
  readonly state: ReturnState;
  /** how it is picked up, or why not; left out it stays */
  readonly answer?: string | null;
}

/** A return as it is read. */
export interface OrderReturnRow {
  readonly id: string;
  readonly orderId: string;
  readonly branchId: string;
  readonly orderNumber: string;
  readonly number: string;
  readonly reason: ReturnReason;
  readonly lineId: string | null;
  readonly articleName: string | null;
  readonly quantity: number;
  readonly note: string | null;
  readonly state: ReturnState;
  readonly answer: string | null;
  readonly requestedAt: Date;
}

/** The return is in another state by now. */
export interface ReturnActNotPossible {
  readonly code: 'RETURN_ACT_NOT_POSSIBLE';
  readonly state: ReturnState;
}

interface Changed {
  readonly orderId: string;
}

type RequestFailure = OrderNotFound | OrderActNotPossible | InvalidInput;

const MAX_TEXT = 500;
const MOST_PIECES = 999;

const SELECT = `
  select r.id, r.order_id as "orderId", r.branch_id as "branchId", o.number as "orderNumber",
    o.number || '-R' || r.position as number, r.reason, r.order_line_id as "lineId", a.name as "articleName",
    r.quantity, r.note, r.state, r.answer, r.requested_at as "requestedAt"
  from order_return r join supply_order o on o.id = r.order_id
  left join order_line l on l.id = r.order_line_id left join article a on a.id = l.article_id`;

const LEFT_OF_LINE = `
  select (l.quantity - coalesce((select sum(r.quantity) from order_return r
     where r.order_line_id = l.id and r.state <> 'declined'), 0))::int as left
  from order_line l where l.order_id = $1 and l.id = $2`;

const INSERT = `
  insert into order_return (customer_id, branch_id, order_id, position, reason, order_line_id, quantity, note, state,
    requested_at)
  values ($1, $2, $3, (select count(*) + 1 from order_return where order_id = $3), $4, $5, $6, $7, 'requested', $8)
  returning id`;

/** Goods that go back (R59): asked for in the portal, answered by the branch. */
export class OrderReturnService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly deviceAccess: DeviceAccess,
    private readonly clock: Clock,
  ) {}

  /** The returns of each order, oldest first. */
  async ofOrders(actor: Actor, orderIds: readonly string[]): Promise<OrderReturnRow[][]> {
    const scope = await orderScopeOf(actor, this.deviceAccess);
    if (!scope) return orderIds.map(() => []);
    const conditions = ordersIn(scope).add('r.order_id = any(?::uuid[])', orderIds);
    const rows = await this.work.read(actor, (tx) =>
      tx.query<OrderReturnRow & Record<string, unknown>>(
        `${SELECT} where ${conditions.where} order by r.position`,
        conditions.parameters,
      ),
    );
    const byOrder = grouped(rows, (row) => row.orderId);
    return orderIds.map((id) => byOrder.get(id) ?? []);
  }

  /** Never more of a line than was ordered, whatever was sent back of it before. */
  async request(
    actor: Actor,
    asked: ReturnRequest,
  ): Promise<Result<Changed, RequestFailure | IdempotencyConflict>> {
    const fields = requestFaults(asked);
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const scope = await orderScopeOf(actor, this.deviceAccess, 'order:place');
    if (!scope) return err({ code: 'ORDER_NOT_FOUND' });
    const command = { operation: 'requestReturn', key: asked.idempotencyKey, input: asked };
    return this.work.write(actor, (tx) =>
      once(tx, actor, command, async (): Promise<Result<Changed, RequestFailure>> => {
        const order = await lockOrder(tx, scope, { id: asked.orderId });
        if (!order) return err({ code: 'ORDER_NOT_FOUND' });
        if (!takesReturns(order.status)) return err({ code: 'ORDER_ACT_NOT_POSSIBLE', status: order.status });
        const faults = asked.lineId ? await lineFaults(tx, order, asked.lineId, asked.quantity) : [];
        if (faults.length > 0) return err({ code: 'INVALID_INPUT', fields: faults });
        await this.keep(tx, actor, order, asked);
        return ok({ orderId: order.id });
      }),
    );
  }

  /** The branch accepts, declines, or has received it. The same answer again changes nothing. */
  async answer(
    actor: Actor,
    answer: ReturnAnswer,
  ): Promise<Result<Changed, OrderNotFound | ReturnActNotPossible | InvalidInput>> {
    const fields = textFaults('answer', answer.answer, MAX_TEXT);
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const scope = await orderScopeOf(actor, this.deviceAccess, 'order:manage');
    if (!scope || !isId(answer.returnId)) return err({ code: 'ORDER_NOT_FOUND' });
    return this.work.write(actor, async (tx) => {
      const conditions = ordersIn(scope).add('r.id = ?::uuid', answer.returnId);
      const [found] = await tx.query<{ orderId: string }>(
        `select o.id as "orderId" from order_return r join supply_order o on o.id = r.order_id
         where ${conditions.where}`,
        conditions.parameters,
      );
      const order = found && (await lockOrder(tx, scope, { id: found.orderId }));
      if (!order) return err({ code: 'ORDER_NOT_FOUND' as const });
      return changeState(tx, actor, order, answer, this.clock.now());
    });
  }

  private async keep(tx: Tx, actor: Actor, order: LockedOrder, asked: ReturnRequest): Promise<void> {
    const { customerId, branchId, id: orderId } = order;
    const now = this.clock.now();
    const { reason, lineId, quantity, note } = asked;
    const values = [reason, lineId || null, quantity, note?.trim() || null, now];
    const [kept] = await tx.query<{ id: string }>(INSERT, [customerId, branchId, orderId, ...values]);
    if (!kept) throw new Error('A return was not stored.');
    const facts = { returnId: kept.id, reason, quantity };
    await recordOrderEvent(tx, actor, order, { kind: 'return-requested', happenedAt: now, facts });
    auditReturn(tx, order, facts);
  }
}

async function changeState(
  tx: Tx,
  actor: Actor,
  order: LockedOrder,
  { returnId, state, answer }: ReturnAnswer,
  now: Date,
): Promise<Result<Changed, ReturnActNotPossible>> {
  const [before] = await tx.query<{ state: ReturnState }>('select state from order_return where id = $1', [
    returnId,
  ]);
  if (!before) throw new Error(`Return ${returnId} vanished.`);
  const moves = before.state !== state;
  if (moves && !returnCanFollow(before.state, state))
    return err({ code: 'RETURN_ACT_NOT_POSSIBLE', state: before.state });
  await tx.query(
    `update order_return set state = $2, answer = case when $3::text is null then answer else nullif($3, '') end
     where id = $1`,
    [returnId, state, answer?.trim() ?? null],
  );
  if (moves) {
    const kind = state === 'requested' ? 'return-requested' : (`return-${state}` as const);
    await recordOrderEvent(tx, actor, order, { kind, happenedAt: now, facts: { returnId } });
    auditReturn(tx, order, { returnId, state });
  }
  return ok({ orderId: order.id });
}

function requestFaults({ idempotencyKey, reason, lineId, quantity, note }: ReturnRequest): InputFault[] {
  const faults = [...keyFaults(idempotencyKey), ...textFaults('note', note, MAX_TEXT)];
  if (quantity < 1 || quantity > MOST_PIECES)
    faults.push({ path: 'quantity', problem: 'quantityRange', values: { max: MOST_PIECES } });
  if (!lineId && reason !== 'empties') faults.push({ path: 'lineId', problem: 'returnNeedsLine' });
  return faults;
}

async function lineFaults(
  tx: Tx,
  order: LockedOrder,
  lineId: string,
  quantity: number,
): Promise<InputFault[]> {
  const [line] = isId(lineId) ? await tx.query<{ left: number }>(LEFT_OF_LINE, [order.id, lineId]) : [];
  if (!line) return [{ path: 'lineId', problem: 'lineUnknown' }];
  if (quantity <= line.left) return [];
  return [{ path: 'quantity', problem: 'moreThanToReturn', values: { left: Math.max(0, line.left) } }];
}

function auditReturn(tx: Tx, order: LockedOrder, facts: Record<string, string | number>): void {
  const { id, customerId, branchId } = order;
  tx.audit({ action: 'order.changed', target: { kind: 'order', id }, facts, of: { customerId, branchId } });
}
