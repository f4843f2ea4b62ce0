import type { OrderScope } from './order.policy';

/** A statement being put together: its text stays one of a fixed few, every value is a parameter. */
export class Conditions {
  readonly parameters: unknown[] = [];
  private readonly parts: string[] = [];

  /** @param condition  SQL with `?` in the place of the value */
  add(condition: string, ...values: readonly unknown[]): this {
    let text = condition;
    for (const value of values) text = text.replace('?', () => this.parameter(value));
    this.parts.push(text);
    return this;
  }

  /** The next parameter's name in the statement. */
  parameter(value: unknown): string {
    this.parameters.push(value);
    return `$${this.parameters.length}`;
  }

  get where(): string {
    return this.parts.join(' and ');
  }
}

/** The conditions that every query for orders `o` starts from. */
export function ordersIn(scope: OrderScope): Conditions {
  const { tenant, deviceIds } = scope;
  const conditions = new Conditions().add(
    tenant.of === 'customer' ? 'o.customer_id = ?' : 'o.branch_id = ?',
    tenant.id,
  );
  if (deviceIds) conditions.add('o.device_id = any(?::uuid[])', deviceIds);
  return conditions;
}

const ORDER_COLUMNS = `
  o.id, o.device_id as "deviceId", o.number, o.status, o.automatic, o.placed_at as "placedAt",
  o.expected_on::text as "expectedOn", o.delivery_address as "deliveryAddress",
  o.note, o.customer_id as "customerId", o.branch_id as "branchId", o.batch_id as "batchId",
  o.placed_by as "placedBy", o.cost_centre as "costCentre", o.po_number as "poNumber",
  o.delivery_contact ->> 'name' as "contactName", o.delivery_instructions as "deliveryInstructions",
  o.approval_reason as "approvalCode", o.decline_reason as "declineReason"`;

const DECISION_COLUMNS = `
  decision.code as "reasonCode", decision.inputs as "reasonInputs", decision.decided_at as "decidedAt"`;

const DECISION = 'left join replenishment_decision decision on decision.id = o.decision_id';

/** Orders with the decisions behind them. */
export function selectOrders(where: string, tail = ''): string {
  return `select ${ORDER_COLUMNS}, ${DECISION_COLUMNS} from supply_order o ${DECISION} where ${where} ${tail}`;
}

/** The newest orders of each device, by one statement however many devices. */
export function selectNewestOrders(devices: string, where: string, limit: string): string {
  return `
    select o.*, ${DECISION_COLUMNS}
    from unnest(${devices}::uuid[]) wanted (id)
    cross join lateral (
      select ${ORDER_COLUMNS}, o.decision_id from supply_order o
      where ${where} and o.device_id = wanted.id
      order by o.placed_at desc, o.id desc limit ${limit}) o
    ${DECISION}
    order by o."placedAt" desc, o.id desc`;
}

/** Lines of orders with their articles. */
export function selectLines(orders: string, where: string): string {
  return `
    select l.id, l.order_id as "orderId", l.quantity, l.supply_slot as "supplySlot",
      a.id as "articleId", a.part_number as "partNumber", a.name, a.kind, a.color
    from order_line l join supply_order o on o.id = l.order_id join article a on a.id = l.article_id
    where l.order_id = any(${orders}::uuid[]) and ${where}
    order by l.order_id, l.position`;
}
