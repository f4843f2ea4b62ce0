import type { Actor } from '@platen/platform';

/** Which devices an actor sees, as decided from the identity alone (R30, R33). */
export type Visibility =
  | { readonly see: 'nothing' }
  | { readonly see: 'everything' }
  | { readonly see: 'branch'; readonly branchId: string }
  | { readonly see: 'customer'; readonly customerId: string }
  | { readonly see: 'assigned'; readonly customerId: string; readonly userId: string };

/**
 * The scope of every query about devices. Deny by default: without the right to read devices nothing is visible.
 * People of a customer see the devices assigned to them unless they may see all; staff see their branch; keys see
 * the customer or branch that they are bound to.
 */
export function visibilityOf(actor: Actor): Visibility {
  if (actor.kind === 'system') return { see: 'everything' };
  if (!actor.rights.has('device:read')) return { see: 'nothing' };
  const { customerId, branchId, id } = actor;
  switch (actor.kind) {
    case 'user':
      if (!customerId || !id) return { see: 'nothing' };
      if (actor.rights.has('device:all')) return { see: 'customer', customerId };
      return { see: 'assigned', customerId, userId: id };
    case 'staff':
      return branchId ? { see: 'branch', branchId } : { see: 'nothing' };
    case 'partner':
    case 'collector':
      if (customerId) return { see: 'customer', customerId };
      return branchId && actor.kind === 'partner' ? { see: 'branch', branchId } : { see: 'nothing' };
    default:
      return { see: 'nothing' };
  }
}
