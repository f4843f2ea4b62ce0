import type { Actor } from '@platen/platform';

/** Articles are the branch's: its customers and staff see them, nobody else. */
export function articlesVisibleTo(actor: Actor): { readonly branchId: string } | null {
  if (!actor.branchId || !actor.rights.has('order:read')) return null;
  const kinds: readonly Actor['kind'][] = ['user', 'staff', 'partner'];
  return kinds.includes(actor.kind) ? { branchId: actor.branchId } : null;
}
