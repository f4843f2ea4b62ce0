import type { Actor } from '@platen/platform';
import { managedBranchOf } from '../branches/branch.policy';

/** The customers an actor may see, as one condition; `is: null` fits no row. */
export interface VisibleCustomers {
  readonly column: 'customer_id' | 'branch_id';
  readonly is: string | null;
}

/** What a rule needs to know of a customer. */
export interface CustomerFacts {
  readonly id: string;
  readonly branchId: string;
}

/** Registered, renamed, suspended by the operating company: staff of the own branch (S6). */
export function canManage(actor: Actor, customer: CustomerFacts): boolean {
  return managedBranchOf(actor, 'customer:manage') === customer.branchId;
}

/** Where its confirmations go concerns those who look after the organisation, not each of its people (R43). */
export function seesNotificationAddress(actor: Actor, customer: CustomerFacts): boolean {
  if (actor.kind === 'staff')
    return actor.branchId === customer.branchId && actor.rights.has('customer:read');
  return canChangeNotificationAddress(actor) && actor.customerId === customer.id;
}

/** The organisation's own administrators (R43); its provider changes it together with the other facts. */
export function canChangeNotificationAddress(actor: Actor): boolean {
  return actor.kind === 'user' && actor.customerId !== null && actor.rights.has('user:manage');
}

/** People and systems of a customer see their own; who looks after customers sees those of the own branch. */
export function visibleTo(actor: Actor): VisibleCustomers {
  const nobody = { column: 'customer_id', is: null } as const;
  switch (actor.kind) {
    case 'user':
      return { column: 'customer_id', is: actor.customerId };
    case 'staff':
      return actor.rights.has('customer:read') ? { column: 'branch_id', is: actor.branchId } : nobody;
    case 'partner':
      if (actor.customerId) return { column: 'customer_id', is: actor.customerId };
      return actor.rights.has('customer:read') ? { column: 'branch_id', is: actor.branchId } : nobody;
    default:
      return nobody;
  }
}
