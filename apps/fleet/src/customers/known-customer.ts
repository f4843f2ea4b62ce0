import type { PayloadOf, customerChanged } from '@platen/contracts';
import { type Actor, type Tx, isId } from '@platen/platform';
import type { Organisation } from '../visibility/sight-changes';

const KEEP = `
  insert into known_customer as known (customer_id, branch_id, version, number, name) values ($1, $2, $3, $4, $5)
  on conflict (customer_id) do update set
    branch_id = excluded.branch_id, version = excluded.version, number = excluded.number, name = excluded.name
  where known.version < excluded.version`;

/** Keeps what identity told of a customer, unless something newer is known. */
export async function keepCustomer(
  tx: Tx,
  customer: Pick<
    PayloadOf<typeof customerChanged>,
    'customerId' | 'branchId' | 'version' | 'number' | 'name'
  >,
): Promise<void> {
  const { customerId, branchId, version, number, name } = customer;
  await tx.query(KEEP, [customerId, branchId, version, number, name]);
}

/** Names of these customers by id, those of another tenant than the transaction's left out. */
export async function customerNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>(
    'select customer_id as id, name from known_customer where customer_id = any($1::uuid[])',
    [[...new Set(ids)]],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** No such organisation, or not one that the actor may do this for; nobody can tell which. */
export interface CustomerNotFound {
  readonly code: 'CUSTOMER_NOT_FOUND';
}

/**
 * The organisation that a command is for: a customer's people act for their own, staff name one of their branch.
 * @param customerId  as asked for; null: the actor's own
 * @returns           null for one that is unknown or not the actor's to act for
 */
export async function organisationFor(
  tx: Tx,
  actor: Actor,
  customerId: string | null | undefined,
): Promise<Organisation | null> {
  const { branchId } = actor;
  if (!branchId) return null;
  if (actor.customerId) {
    const own = !customerId || customerId.toLowerCase() === actor.customerId;
    return own ? { customerId: actor.customerId, branchId } : null;
  }
  if (actor.kind !== 'staff' || !customerId || !isId(customerId)) return null;
  const [known] = await tx.query<{ id: string }>(
    'select customer_id as id from known_customer where customer_id = $1 and branch_id = $2',
    [customerId, branchId],
  );
  return known ? { customerId: known.id, branchId } : null;
}
