import { type Tx, isId } from '@platen/platform';
import { ordersIn } from './order-queries';
import type { OrderStatus } from './order-status';
import type { OrderScope } from './order.policy';

/** An order whose row is locked until the end of the transaction: whoever else changes it waits, and then sees it. */
export interface LockedOrder {
  readonly id: string;
  readonly customerId: string;
  readonly branchId: string;
  readonly deviceId: string;
  readonly number: string;
  readonly status: OrderStatus;
  readonly automatic: boolean;
  /** yyyy-mm-dd */
  readonly expectedOn: string;
  /** what the branch says about it */
  readonly note: string | null;
}

/** An order as partners name it: by its id, or by the number that stands in the confirmation. */
export type OrderName = { readonly id: string } | { readonly number: string };

const COLUMNS = `o.id, o.customer_id as "customerId", o.branch_id as "branchId", o.device_id as "deviceId", o.number,
  o.status, o.automatic, o.expected_on::text as "expectedOn", o.note`;

/** The one place where an order is locked; null for one out of the scope as for one that does not exist. */
export async function lockOrder(tx: Tx, scope: OrderScope, name: OrderName): Promise<LockedOrder | null> {
  if ('id' in name && !isId(name.id)) return null;
  const conditions = ordersIn(scope);
  if ('id' in name) conditions.add('o.id = ?::uuid', name.id);
  else conditions.add('o.number = ?', name.number);
  // Numbers are a branch's own: a customer's scope cannot hold two orders of one number, nor can a branch's.
  const [order] = await tx.query<LockedOrder>(
    `select ${COLUMNS} from supply_order o where ${conditions.where} for update`,
    conditions.parameters,
  );
  return order ?? null;
}

/** The same for the product itself, which knows the order already. */
export async function lockOrderById(tx: Tx, orderId: string): Promise<LockedOrder | null> {
  const [order] = await tx.query<LockedOrder>(
    `select ${COLUMNS} from supply_order o where o.id = $1 for update`,
    [orderId],
  );
  return order ?? null;
}
