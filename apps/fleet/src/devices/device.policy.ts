import type { Actor } from '@platen/platform';

/** True when the actor may change where visible machines stand and what they are called (R20). */
export function canUpdateDevices(actor: Actor): boolean {
  return actor.rights.has('equipment:manage');
}
