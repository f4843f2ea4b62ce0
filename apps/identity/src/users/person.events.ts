import { type PayloadOf, personChanged } from '@platen/contracts';
import type { Tx } from '@platen/platform';

type Facts = PayloadOf<typeof personChanged>;

const TELL = `
  update user_account person set version = person.version + 1
  from role
  where role.id = person.role_id and person.customer_id is not null
    and (person.id = any($1::uuid[]) or person.role_id = $2::uuid)
  returning person.id as "userId", person.customer_id as "customerId", person.branch_id as "branchId",
    person.version,
    case when person.erased_at is not null then 'erased'
         when person.deactivated_at is not null then 'deactivated' else 'active' end as state,
    case when not 'device:read' = any(role.rights || person.granted_rights) then 'nothing'
         when 'device:all' = any(role.rights || person.granted_rights) then 'all' else 'assigned' end as sees`;

/** Tells the other services what these people are now; staff are left out. Call after the change, in its transaction. */
export async function emitPeopleChanged(tx: Tx, userIds: readonly string[]): Promise<void> {
  if (userIds.length > 0) await tell(tx, userIds, null);
}

/** The same for all who have a role, whose rights changed. */
export function emitPeopleOfRoleChanged(tx: Tx, roleId: string): Promise<void> {
  return tell(tx, [], roleId);
}

async function tell(tx: Tx, userIds: readonly string[], roleId: string | null): Promise<void> {
  for (const facts of await tx.query<Facts>(TELL, [userIds, roleId])) tx.emit(personChanged, facts);
}
