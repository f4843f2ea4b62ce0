import { type Right, rights } from '@platen/contracts';
import { customerRoles, staffRoles } from './given-roles';

/** Whose people a role is for. */
export type RoleSide = 'customer' | 'staff';

/** Rights that concern the inside of one organisation: what its people can be given. */
export const customerRights: readonly Right[] = customerRoles.Administrator;

/** Rights that staff of a branch can be given: whatever one of their given roles holds. */
export const staffRights: readonly Right[] = rights.filter((right) =>
  Object.values(staffRoles).some((held) => held.includes(right)),
);

/**
 * What a role of this side may hold. `telemetry:write` fits neither: readings come from collectors' keys, never from
 * people.
 */
export function rightsOf(side: RoleSide): readonly Right[] {
  return side === 'customer' ? customerRights : staffRights;
}

/** A role that Platen itself hands out: its name and rights stay as they are, and nobody else takes the name. */
export function isGivenName(side: RoleSide, name: string): boolean {
  return givenNames(side).some((given) => given.toLowerCase() === name.toLowerCase());
}

/** In the order in which lists show them. */
export function givenNames(side: RoleSide): readonly string[] {
  return Object.keys(side === 'customer' ? customerRoles : staffRoles);
}

/** The right of that name that fits this side; undefined for one that does not, or that nobody knows. */
export function rightOf(side: RoleSide, name: string): Right | undefined {
  return rightsOf(side).find((right) => right === name);
}
