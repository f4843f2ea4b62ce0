import type { Actor } from '@platen/platform';

/** Whose sessions an actor may see and end, beside his own. All false or null fits nobody. */
export interface ManagedPeople {
  /** everybody of this customer */
  readonly customerId: string | null;
  /** people of this branch: */
  readonly branchId: string | null;
  readonly staff: boolean;
  readonly ofCustomers: boolean;
}

const NOBODY: ManagedPeople = { customerId: null, branchId: null, staff: false, ofCustomers: false };

/** Administrators look after the people of their customer; staff after staff or customers' people, by right. */
export function managedBy({ kind, customerId, branchId, rights }: Actor): ManagedPeople {
  if (kind === 'user' && rights.has('user:manage')) return { ...NOBODY, customerId };
  if (kind === 'staff')
    return {
      ...NOBODY,
      branchId,
      staff: rights.has('staff:manage'),
      ofCustomers: rights.has('customer:manage'),
    };
  return NOBODY;
}
