import type { Tx } from '@platen/platform';

/*
 * Which machines belong to which groups, and what the groups made in a month, change together. Two ways lead there:
 * a machine changes and its groups follow, or a group changes and its machines follow. Whoever comes from a machine
 * holds its row and then holds the memberships; whoever comes from a group locks the memberships and asks for no
 * machine. So none waits for one that waits for it, and each sees what the one before it did.
 */

/** Lets no group of these machines' organisations change but through machines, until commit; the machines are locked. */
export async function holdMemberships(tx: Tx, deviceIds: readonly string[]): Promise<void> {
  if (deviceIds.length > 0) await tx.query(HOLD, [deviceIds]);
}

/** Lets no machine of this organisation change its groups, nor what its groups made, until commit: call it first. */
export async function lockMemberships(tx: Tx, customerId: string): Promise<void> {
  await tx.query(LOCK, [customerId]);
}

const KEY = (customer: string) => `hashtextextended('fleet.memberships ' || ${customer}::text, 0)`;

const HOLD = `
  select pg_advisory_xact_lock_shared(${KEY('customer_id')})
  from (select distinct customer_id from device where id = any($1::uuid[]) order by customer_id) concerned`;

const LOCK = `select pg_advisory_xact_lock(${KEY('$1')})`;
