import { type Result, err, ok } from '@platen/kernel';
import type { Tx } from '@platen/platform';

/** Without this person nobody could look after the organisation's users any more (threats C5). */
export interface LastAdministrator {
  readonly code: 'LAST_ADMINISTRATOR';
}

/**
 * Takes the one lock under which people of a customer lose rights, are deactivated or erased: two administrators who
 * remove each other at once come one after the other. First statement of every such transaction.
 */
export async function lockPeopleOf(tx: Tx, customerId: string): Promise<void> {
  await tx.query('select from customer where id = $1 for no key update', [customerId]);
}

/** Asked after the change and before the commit, under `lockPeopleOf`; a failure undoes the change. */
export async function keepsAnAdministrator(
  tx: Tx,
  customerId: string,
): Promise<Result<undefined, LastAdministrator>> {
  const [found] = await tx.query(ADMINISTRATOR, [customerId]);
  return found ? ok(undefined) : err({ code: 'LAST_ADMINISTRATOR' });
}

/** The same lock over the staff of a branch. */
export async function lockStaffOf(tx: Tx, branchId: string): Promise<void> {
  await tx.query('select from branch where id = $1 for no key update', [branchId]);
}

/** The same for a branch, whose staff is managed by who holds `staff:manage`; under `lockStaffOf`. */
export async function keepsAStaffAdministrator(
  tx: Tx,
  branchId: string,
): Promise<Result<undefined, LastAdministrator>> {
  const [found] = await tx.query(STAFF_ADMINISTRATOR, [branchId]);
  return found ? ok(undefined) : err({ code: 'LAST_ADMINISTRATOR' });
}

/** Somebody who can sign in and may manage users, by role or by a right given on top. */
const ADMINISTRATOR = `
  select 1 from user_account person join role on role.id = person.role_id
  where person.customer_id = $1 and person.deactivated_at is null and person.erased_at is null
    and person.password_hash is not null and 'user:manage' = any(role.rights || person.granted_rights)
  limit 1`;

const STAFF_ADMINISTRATOR = `
  select 1 from user_account person join role on role.id = person.role_id
  where person.branch_id = $1 and person.customer_id is null and person.deactivated_at is null
    and person.erased_at is null and person.password_hash is not null
    and 'staff:manage' = any(role.rights || person.granted_rights)
  limit 1`;
