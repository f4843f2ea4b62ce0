import type { Actor } from '@platen/platform';

/** The customers an actor may see, as one condition; `is: null` fits no row. */
export interface VisibleCustomers {
  readonly column: 'customer_id' | 'branch_id';
  readonly is: string | null;
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
