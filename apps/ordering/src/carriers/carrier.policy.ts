import type { Actor } from '@platen/platform';

/** Carriers are a branch's: its people and the partners who ship for it see them. Customers see names at parcels. */
export function carriersVisibleTo(actor: Actor): { readonly branchId: string } | null {
  const kinds: readonly Actor['kind'][] = ['staff', 'partner'];
  const rights = actor.rights.has('order:manage') || actor.rights.has('shipment:write');
  return rights && actor.branchId && kinds.includes(actor.kind) ? { branchId: actor.branchId } : null;
}

/** Only the branch's own people say who carries: a link that customers follow is theirs to answer for. */
export function carriersManagedBy(actor: Actor): { readonly branchId: string } | null {
  if (actor.kind !== 'staff' || !actor.branchId || !actor.rights.has('order:manage')) return null;
  return { branchId: actor.branchId };
}
