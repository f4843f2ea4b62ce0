import { type Actor, type Tx, isId } from '@platen/platform';
import { managedBy } from './session-list.policy';

/** Somebody whom the actor looks after, and where the audit log keeps what is done to him. */
export interface ManagedPerson {
  readonly id: string;
  readonly customerId: string | null;
  readonly branchId: string;
}

/** Those of these people whom the actor looks after; who is missing is unknown or foreign, nobody can tell which. */
export function managedAmong(tx: Tx, actor: Actor, userIds: readonly string[]): Promise<ManagedPerson[]> {
  const { customerId, branchId, staff, ofCustomers } = managedBy(actor);
  const ids = userIds.filter(isId);
  return tx.query<ManagedPerson>(MANAGED, [ids, customerId, branchId, staff, ofCustomers]);
}

const MANAGED = `
  select id, customer_id as "customerId", branch_id as "branchId" from user_account
  where id = any($1::uuid[])
    and (customer_id = $2::uuid
      or (branch_id = $3::uuid and ((customer_id is null and $4::boolean) or (customer_id is not null and $5::boolean))))`;
