import type { Actor } from '@platen/platform';

/** The invoices an actor may see, as one condition; `is: null` fits no row. */
export interface VisibleInvoices {
  readonly column: 'customer_id' | 'branch_id';
  readonly is: string | null;
}

/**
 * With the right to read invoices, which is given apart from all others (S3): those of the own customer; staff and
 * partners of a branch, those of the branch.
 */
export function visibleTo(actor: Actor): VisibleInvoices {
  const nobody = { column: 'customer_id', is: null } as const;
  if (!actor.rights.has('invoice:read')) return nobody;
  switch (actor.kind) {
    case 'user':
      return { column: 'customer_id', is: actor.customerId };
    case 'staff':
      return { column: 'branch_id', is: actor.branchId };
    case 'partner':
      return actor.customerId
        ? { column: 'customer_id', is: actor.customerId }
        : { column: 'branch_id', is: actor.branchId };
    default:
      return nobody;
  }
}
