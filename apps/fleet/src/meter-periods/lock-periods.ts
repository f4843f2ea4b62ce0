import type { Tx } from '@platen/platform';

/*
 * What is settled and what is read change one after the other: whoever takes, corrects or explains readings holds the
 * periods of their organisations, and whoever settles one waits until they are through. The machines are locked
 * before; settling asks for no machine, so none waits for one that waits for it.
 */

/** Lets nobody settle readings of these organisations until commit; call it before looking up what is settled. */
export async function holdPeriods(tx: Tx, customerIds: readonly string[]): Promise<void> {
  const concerned = [...new Set(customerIds)];
  if (concerned.length > 0) await tx.query(HOLD, [concerned]);
}

/** Lets nobody take or change readings of this organisation until commit. */
export async function lockPeriods(tx: Tx, customerId: string): Promise<void> {
  await tx.query(LOCK, [customerId]);
}

const KEY = (customer: string) => `hashtextextended('fleet.meter-period ' || ${customer}::text, 0)`;

const HOLD = `
  select pg_advisory_xact_lock_shared(${KEY('concerned.id')})
  from (select id from unnest($1::uuid[]) as id order by id) concerned`;

const LOCK = `select pg_advisory_xact_lock(${KEY('$1::uuid')})`;
