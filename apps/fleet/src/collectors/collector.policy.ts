import type { Actor } from '@platen/platform';

/** The collectors that an actor looks after, as one condition; `is: null` fits no row. */
export interface ManagedCollectors {
  readonly column: 'customer_id' | 'branch_id';
  readonly is: string | null;
}

/** An organisation's people with the right look after its own collectors, the provider's after those of their branch. */
export function managedBy(actor: Actor): ManagedCollectors {
  const none = { column: 'customer_id', is: null } as const;
  if (!actor.rights.has('collector:manage')) return none;
  if (actor.kind === 'user') return { column: 'customer_id', is: actor.customerId };
  if (actor.kind === 'staff') return { column: 'branch_id', is: actor.branchId };
  return none;
}

/** A collector that speaks for itself: its id is that of its key. */
export interface OwnCollector {
  readonly id: string;
  readonly customerId: string;
  readonly branchId: string;
}

/** @returns null for whoever is no collector of one customer */
export function ownCollector({ kind, id, customerId, branchId, rights }: Actor): OwnCollector | null {
  if (kind !== 'collector' || !rights.has('telemetry:write')) return null;
  return id && customerId && branchId ? { id, customerId, branchId } : null;
}
