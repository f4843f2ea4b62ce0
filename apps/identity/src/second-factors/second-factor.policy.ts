import type { Actor } from '@platen/platform';

/**
 * People look after their own second factors and nobody else's, not even through their eyes.
 * @returns the person's id, null for everybody else
 */
export function ownerOfFactors(actor: Actor): string | null {
  const isPerson = actor.kind === 'user' || actor.kind === 'staff';
  return isPerson && actor.viewedBy === null ? actor.id : null;
}

/** Of whom an actor may demand a second factor: everybody of a customer, or the staff of a branch. */
export type DemandScope =
  | { readonly of: 'customer'; readonly id: string }
  | { readonly of: 'branch'; readonly id: string };

/** @returns null for everybody who administers neither */
export function demandScopeOf(actor: Actor): DemandScope | null {
  if (actor.kind === 'user' && actor.customerId && actor.rights.has('user:manage'))
    return { of: 'customer', id: actor.customerId };
  if (actor.kind === 'staff' && actor.branchId && actor.rights.has('branch:manage'))
    return { of: 'branch', id: actor.branchId };
  return null;
}
