import type { Clock } from '@platen/kernel';
import {
  type Actor,
  type Connection,
  type DeviceAccess,
  type Page,
  type UnitOfWork,
  containing,
  isId,
  rowsById,
  toConnection,
} from '@platen/platform';
import { grouped } from './grouped';
import { ordersIn, selectLines, selectNewestOrders, selectOrders } from './order-queries';
import type { OrderLineRow, OrderRow } from './order-rows';
import { type OrderStatus, underWayStatuses } from './order-status';
import { orderScopeOf } from './order-scope';
import type { OrderScope } from './order.policy';

/** What a list of orders is narrowed by; absent means everything. */
export interface OrderFilter {
  readonly statuses?: readonly OrderStatus[] | null;
  readonly deviceId?: string | null;
  /** what was ordered together */
  readonly batchId?: string | null;
  /** staff: orders of one customer of the branch */
  readonly customerId?: string | null;
  /** under way, and expected before today */
  readonly late?: boolean | null;
  readonly automatic?: boolean | null;
  /** part of the order's number, or of the device's name or serial number */
  readonly search?: string | null;
}

/** Lists longer than this are not counted to the end. */
const COUNTED_AT_MOST = 1000;

const NEWEST_FIRST = 'order by o.placed_at desc, o.id desc';

/** Orders as people and partners see them. */
export class OrderService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly deviceAccess: DeviceAccess,
    private readonly clock: Clock,
  ) {}

  /** Orders in the sequence asked for; null for one out of sight as for one that does not exist. */
  async findByIds(actor: Actor, ids: readonly string[]): Promise<(OrderRow | null)[]> {
    const scope = await this.scopeOf(actor);
    const known = ids.filter(isId);
    if (!scope || known.length === 0) return ids.map(() => null);
    const conditions = ordersIn(scope).add('o.id = any(?::uuid[])', known);
    const rows = await this.work.read(actor, (tx) =>
      tx.query<OrderRow>(selectOrders(conditions.where), conditions.parameters),
    );
    return rowsById(ids, rows);
  }

  /** @param page  `after`: instant of placing and id of the last order seen */
  async list(actor: Actor, filter: OrderFilter, page: Page): Promise<Connection<OrderRow>> {
    const scope = await this.scopeOf(actor);
    const ids = [filter.deviceId, filter.customerId, filter.batchId];
    if (!scope || ids.some((id) => id && !isId(id))) return toConnection([], page, same, keysetOf, 0);
    const counted = narrowed(scope, filter, this.clock.now());
    const paged = narrowed(scope, filter, this.clock.now());
    if (page.after) paged.add('(o.placed_at, o.id) < (?::timestamptz, ?::uuid)', ...page.after);
    const limit = `${NEWEST_FIRST} limit ${paged.parameter(page.size + 1)}`;
    return this.work.read(actor, async (tx) => {
      const rows = await tx.query<OrderRow>(selectOrders(paged.where, limit), paged.parameters);
      const [total] = await tx.query<{ count: number }>(
        `select count(*)::int as count from (
           select 1 from supply_order o where ${counted.where} limit ${COUNTED_AT_MOST + 1}) counted`,
        counted.parameters,
      );
      const count = total && total.count <= COUNTED_AT_MOST ? total.count : null;
      return toConnection(rows, page, same, keysetOf, count);
    });
  }

  /** Number of orders on their way. */
  async countUnderWay(actor: Actor): Promise<number> {
    const scope = await this.scopeOf(actor);
    if (!scope) return 0;
    const conditions = narrowed(scope, { statuses: underWayStatuses }, this.clock.now());
    const [row] = await this.work.read(actor, (tx) =>
      tx.query<{ count: number }>(
        `select count(*)::int as count from supply_order o where ${conditions.where}`,
        conditions.parameters,
      ),
    );
    return row?.count ?? 0;
  }

  /** The newest orders of each device, newest first; none for a device out of sight as for an unknown one. */
  async newestOf(actor: Actor, deviceIds: readonly string[], first: number): Promise<OrderRow[][]> {
    const scope = await this.scopeOf(actor);
    const known = deviceIds.filter(isId);
    if (!scope || known.length === 0) return deviceIds.map(() => []);
    const conditions = ordersIn(scope);
    const statement = selectNewestOrders(
      conditions.parameter(known),
      conditions.where,
      conditions.parameter(first),
    );
    const rows = await this.work.read(actor, (tx) => tx.query<OrderRow>(statement, conditions.parameters));
    const byDevice = grouped(rows, (row) => row.deviceId);
    return deviceIds.map((id) => byDevice.get(id.toLowerCase()) ?? []);
  }

  /** Lines of orders, each order's in its own sequence. */
  async linesOf(actor: Actor, orderIds: readonly string[]): Promise<OrderLineRow[][]> {
    const scope = await this.scopeOf(actor);
    if (!scope) return orderIds.map(() => []);
    const conditions = ordersIn(scope);
    const statement = selectLines(conditions.parameter(orderIds), conditions.where);
    const rows = await this.work.read(actor, (tx) =>
      tx.query<OrderLineRow>(statement, conditions.parameters),
    );
    const byOrder = grouped(rows, (row) => row.orderId);
    return orderIds.map((id) => byOrder.get(id) ?? []);
  }

  private scopeOf(actor: Actor): Promise<OrderScope | null> {
    return orderScopeOf(actor, this.deviceAccess);
  }
}

function narrowed(scope: OrderScope, filter: OrderFilter, now: Date) {
  const conditions = ordersIn(scope);
  if (filter.statuses) conditions.add('o.status = any(?::text[])', filter.statuses);
  if (filter.deviceId) conditions.add('o.device_id = ?::uuid', filter.deviceId);
  if (filter.batchId) conditions.add('o.batch_id = ?::uuid', filter.batchId);
  if (filter.customerId) conditions.add('o.customer_id = ?::uuid', filter.customerId);
  if (typeof filter.late === 'boolean') conditions.add(filter.late ? LATE : `not ${LATE}`, now);
  if (typeof filter.automatic === 'boolean') conditions.add('o.automatic = ?', filter.automatic);
  if (filter.search?.trim()) {
    const text = containing(filter.search.trim());
    conditions.add(
      `(o.number ilike ? or exists (
         select 1 from known_device d
         where d.id = o.device_id and d.customer_id = o.customer_id and (d.name ilike ? or d.serial_number ilike ?)))`,
      text,
      text,
      text,
    );
  }
  return conditions;
}

/** The day is the branch's own: what is expected today is not late before its midnight. */
const LATE = `(o.status in ('received', 'confirmed', 'picked', 'shipped', 'backordered') and o.expected_on < (
  select (?::timestamptz at time zone (b.settings ->> 'timeZone'))::date from known_branch b where b.id = o.branch_id))`;

const same = (row: OrderRow): OrderRow => row;
const keysetOf = (row: OrderRow): [string, string] => [row.placedAt.toISOString(), row.id];
