import type { Actor } from '@platen/platform';

/** True when the actor may keep views at all: a person, not a key. */
export function canKeepViews({ kind, id }: Actor): boolean {
  return (kind === 'user' || kind === 'staff') && id !== null;
}

/** True when the actor may give a view to everybody of the organisation, or of the branch's staff, and take it back. */
export function canShareViews(actor: Actor): boolean {
  return canKeepViews(actor) && (actor.rights.has('equipment:manage') || actor.rights.has('device:manage'));
}
