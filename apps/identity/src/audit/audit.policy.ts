import type { Actor } from '@platen/platform';

/** The entries an actor may see, as one condition; `is: null` fits no row. */
export interface VisibleEntries {
  readonly column: 'customer_id' | 'branch_id';
  readonly is: string | null;
}

/**
 * People with the right see the log of their organisation, staff with it that of their branch and its customers.
 * Systems see none: a key that is lost must not tell what was done about it.
 */
export function visibleTo(actor: Actor): VisibleEntries {
  if (!actor.rights.has('audit:read')) return { column: 'customer_id', is: null };
  if (actor.kind === 'user') return { column: 'customer_id', is: actor.customerId };
  if (actor.kind === 'staff') return { column: 'branch_id', is: actor.branchId };
  return { column: 'customer_id', is: null };
}
