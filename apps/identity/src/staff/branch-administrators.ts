import { type Result, err, ok } from '@platen/kernel';
import type { Tx } from '@platen/platform';
import type { LastAdministrator } from '../users/administrators';

/**
 * Takes the one lock under which staff of a branch lose rights, are deactivated or erased: two administrators who
 * remove each other at once come one after the other. First statement of every such transaction.
 */
export async function lockStaffOf(tx: Tx, branchId: string): Promise<void> {
  await tx.query('select from branch where id = $1 for no key update', [branchId]);
}

/** Asked after the change and before the commit, under `lockStaffOf`; a failure undoes the change. */
export async function keepsABranchAdministrator(
  tx: Tx,
  branchId: string,
): Promise<Result<undefined, LastAdministrator>> {
  const [found] = await tx.query(ADMINISTRATOR, [branchId]);
  return found ? ok(undefined) : err({ code: 'LAST_ADMINISTRATOR' });
}

/** Somebody of the branch itself who can sign in and may manage its staff. */
const ADMINISTRATOR = `
  select 1 from user_account person join role on role.id = person.role_id
  where person.branch_id = $1 and person.customer_id is null
    and person.deactivated_at is null and person.erased_at is null and person.password_hash is not null
    and 'staff:manage' = any(role.rights || person.granted_rights)
  limit 1`;
