import type { Actor } from '@platen/platform';

/** The users an actor may see, as one condition; `is: null` fits no row. */
export interface VisibleUsers {
  readonly column: 'id' | 'customer_id' | 'branch_id';
  readonly is: string | null;
}

/**
 * Everybody sees himself. Administrators see the people of their customer, because they give them rights (R11);
 * staff who look after customers see those of their branch (R86); machines see nobody.
 */
export function visibleTo(actor: Actor): VisibleUsers {
  if (actor.kind === 'user' && actor.customerId && actor.rights.has('user:manage'))
    return { column: 'customer_id', is: actor.customerId };
  if (actor.kind === 'staff' && actor.branchId && actor.rights.has('customer:read'))
    return { column: 'branch_id', is: actor.branchId };
  return { column: 'id', is: isPerson(actor) ? actor.id : null };
}

/** Whose people they are. */
export interface PeopleOwner {
  readonly branchId: string;
  readonly customerId: string;
}

/**
 * The organisation whose people an actor may go through: administrators their own, staff who look after customers
 * the one that they name.
 * @param customerId  null: the actor's own
 * @returns null for nobody at all
 */
export function peopleVisibleTo(actor: Actor, customerId: string | null): PeopleOwner | null {
  const { kind, branchId, rights } = actor;
  if (branchId === null) return null;
  if (kind === 'user' && actor.customerId !== null && rights.has('user:manage')) {
    const own = customerId === null || customerId === actor.customerId;
    return own ? { branchId, customerId: actor.customerId } : null;
  }
  return kind === 'staff' && customerId !== null && rights.has('customer:read')
    ? { branchId, customerId }
    : null;
}

/** A user may choose his own language, whatever his role. */
export function canUpdateLocale(actor: Actor): boolean {
  return isPerson(actor);
}

function isPerson(actor: Actor): boolean {
  return actor.kind === 'user' || actor.kind === 'staff';
}
