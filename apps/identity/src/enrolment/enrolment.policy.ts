import type { Actor } from '@platen/platform';

/** The collectors whose way in an actor looks after, as one condition; `is: null` fits no row. */
export interface ManagedCollectors {
  readonly column: 'customer_id' | 'branch_id';
  readonly is: string | null;
}

/** An organisation's administrators look after its own collectors, the provider's people after those of their branch. */
export function managedBy(actor: Actor): ManagedCollectors {
  const none = { column: 'customer_id', is: null } as const;
  if (!actor.rights.has('collector:manage')) return none;
  if (actor.kind === 'user') return { column: 'customer_id', is: actor.customerId };
  if (actor.kind === 'staff') return { column: 'branch_id', is: actor.branchId };
  return none;
}
