import type { Actor } from '@platen/platform';

/** True when the actor may create, rename and delete groups and say which machines belong to them (R21, R37). */
export function canManageGroups(actor: Actor): boolean {
  return actor.rights.has('equipment:manage') && isOfAnOrganisation(actor);
}

/** True when the actor may give people machines and groups, and see who has which (R19, R22). */
export function canAssign(actor: Actor): boolean {
  return (
    (actor.rights.has('user:manage') || actor.rights.has('equipment:manage')) && isOfAnOrganisation(actor)
  );
}

/** Groups belong to one organisation; the provider's people and keys of a whole branch only look at them. */
function isOfAnOrganisation(actor: Actor): boolean {
  return actor.customerId !== null && actor.branchId !== null;
}
