import type { Actor } from '@platen/platform';

/** Whose hand-ins an actor may take into its books: a customer's, or those of a whole branch. */
export type BookScope = { readonly column: 'customer_id' | 'branch_id'; readonly id: string };

/** Systems and staff only: a person of a customer reads states at the machine, and keeps no books here. */
export function bookScopeOf(actor: Actor): BookScope | null {
  if (!actor.rights.has('meter:book') || (actor.kind !== 'partner' && actor.kind !== 'staff')) return null;
  if (actor.customerId) return { column: 'customer_id', id: actor.customerId };
  return actor.branchId ? { column: 'branch_id', id: actor.branchId } : null;
}
