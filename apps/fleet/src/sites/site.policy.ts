import type { Actor } from '@platen/platform';
import { visibilityOf } from '../visibility/visibility.policy';

/**
 * True when the actor may add, change and close places: those who look after the equipment of a whole organisation,
 * and staff who look after the machines of their branch. Who sees only some machines does not see every place either.
 */
export function canManageSites(actor: Actor): boolean {
  const { see } = visibilityOf(actor);
  if (see === 'customer') return actor.kind === 'user' && actor.rights.has('equipment:manage');
  return see === 'branch' && actor.kind === 'staff' && actor.rights.has('device:manage');
}

/** Whom to ask for at the door, and where to put the box: for those who send something there or keep it right. */
export function seesDelivery(actor: Actor): boolean {
  return canManageSites(actor) || actor.rights.has('order:place') || actor.rights.has('order:approve');
}
