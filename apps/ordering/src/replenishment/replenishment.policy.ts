import type { Actor } from '@platen/platform';

/** The branch whose automatic orders an actor looks after: its staff's own; nobody else has any say. */
export function replenishmentBranchOf(actor: Actor): string | null {
  if (actor.kind !== 'staff' || !actor.branchId) return null;
  return actor.rights.has('catalogue:manage') || actor.rights.has('branch:manage') ? actor.branchId : null;
}
