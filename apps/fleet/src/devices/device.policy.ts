import type { Actor } from '@platen/platform';
import { type DeviceLifecycle, type LifecycleAct, actsAt } from '../lifecycle/lifecycle';

/** True when the actor may change what is the organisation's of visible machines: names, places, contacts (R20). */
export function canUpdateDevices(actor: Actor): boolean {
  return actor.rights.has('equipment:manage') || actor.rights.has('device:manage');
}

/** True when the actor may change what is the provider's: contract, monitoring, the life of machines. */
export function canManageDevices(actor: Actor): boolean {
  return actor.rights.has('device:manage');
}

/** What the actor may do with a visible machine at this point of its life. */
export function actsFor(actor: Actor, lifecycle: DeviceLifecycle): LifecycleAct[] {
  return actsAt(lifecycle).filter((act) =>
    act === 'move' ? canUpdateDevices(actor) : canManageDevices(actor),
  );
}
