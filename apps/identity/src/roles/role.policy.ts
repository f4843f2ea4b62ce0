import type { Right } from '@platen/contracts';
import type { Actor } from '@platen/platform';
import { type RoleSide, customerRights, isGivenName, staffRights } from './role-rights';

/** Whose roles they are: an organisation's, or (without customer) those of a branch's staff. */
export interface RoleOwner {
  readonly branchId: string;
  readonly customerId: string | null;
}

/** What a rule needs to know of a role. */
export interface RoleFacts extends RoleOwner {
  readonly name: string;
  readonly rights: readonly Right[];
}

export function sideOf(owner: Pick<RoleOwner, 'customerId'>): RoleSide {
  return owner.customerId === null ? 'staff' : 'customer';
}

/**
 * The roles an actor may see: administrators those of their organisation, staff administrators those of their
 * branch's staff, staff who look after customers those of one customer that they name.
 * @param customerId  null: the actor's own side
 * @returns null for nothing at all
 */
export function rolesVisibleTo(actor: Actor, customerId: string | null): RoleOwner | null {
  const { kind, branchId, rights } = actor;
  if (branchId === null) return null;
  if (kind === 'user' && rights.has('user:manage') && actor.customerId !== null)
    return customerId === null || customerId === actor.customerId
      ? { branchId, customerId: actor.customerId }
      : null;
  if (kind !== 'staff') return null;
  if (customerId !== null) return rights.has('customer:read') ? { branchId, customerId } : null;
  return rights.has('staff:manage') ? { branchId, customerId: null } : null;
}

/** Roles are edited by those whom they belong to: the provider's staff leave an organisation's roles alone. */
export function managesRolesOf(actor: Actor, owner: RoleOwner): boolean {
  if (owner.branchId !== actor.branchId) return false;
  if (owner.customerId === null) return actor.kind === 'staff' && actor.rights.has('staff:manage');
  return actor.kind === 'user' && actor.customerId === owner.customerId && actor.rights.has('user:manage');
}

export function canUpdateRole(actor: Actor, role: RoleFacts): boolean {
  return managesRolesOf(actor, role) && !isGivenName(sideOf(role), role.name);
}

/**
 * What an actor may give to others: nobody gives a right that he does not have himself (threats C5). Staff who look
 * after customers give their people whatever an organisation's administrator could, so that one that lost its own
 * administrator gets a new one.
 */
export function rightsGivenBy(actor: Actor, to: RoleOwner): readonly Right[] {
  if (to.branchId !== actor.branchId) return [];
  if (managesRolesOf(actor, to))
    return (to.customerId === null ? staffRights : customerRights).filter((right) => actor.rights.has(right));
  const looksAfter = actor.kind === 'staff' && to.customerId !== null && actor.rights.has('customer:manage');
  return looksAfter ? customerRights : [];
}

/** Whether the actor may give this whole role to somebody. */
export function canGiveRole(actor: Actor, role: RoleFacts): boolean {
  const giveable = rightsGivenBy(actor, role);
  return giveable.length > 0 && role.rights.every((right) => giveable.includes(right));
}
