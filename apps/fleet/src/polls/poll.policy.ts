import type { Actor } from '@platen/platform';
import type { SerialScope } from '../devices/lock-devices';

/**
 * Where the machines of an upload are looked for: a collector's key is bound to one customer; a partner's or the
 * branch's own may stand for all customers of a branch. @returns null for who is bound to nothing: it finds nothing
 */
export function uploadScopeOf(actor: Actor): SerialScope | null {
  if (!actor.rights.has('telemetry:write')) return null;
  switch (actor.kind) {
    case 'collector':
      return actor.customerId ? { customerId: actor.customerId } : null;
    case 'partner':
    case 'staff':
      if (actor.customerId) return { customerId: actor.customerId };
      return actor.branchId ? { branchId: actor.branchId } : null;
    default:
      return null;
  }
}
