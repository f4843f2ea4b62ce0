import type { Right } from '@platen/contracts';
import type { Actor } from '@platen/platform';

/** What a rule needs to know of the person through whose eyes somebody wants to look. */
export interface SeenPerson {
  readonly id: string;
  readonly branchId: string;
  readonly customerId: string | null;
  readonly deactivated: boolean;
}

/** Why nobody looks: a stranger's person and the provider's people are told apart from none by nobody. */
export type ViewAsRefusal = 'USER_NOT_FOUND' | 'OWN_ACCOUNT' | 'USER_DEACTIVATED' | 'VIEW_NOT_ALLOWED';

/**
 * Rights that only change things. They show what the person's pages offer, and a look changes nothing. Every other
 * right counts in a look only while who looks has it too: nobody sees more through other eyes than through his own
 * (threats C5).
 */
export const actingRights: readonly Right[] = ['order:place', 'order:approve', 'ticket:open', 'meter:submit'];

/** Rights without which nobody looks through other eyes, by who he is. */
export const neededToView = {
  user: ['user:manage', 'device:all'],
  staff: ['customer:read'],
} as const satisfies Record<string, readonly Right[]>;

/**
 * Administrators who see all machines look through the eyes of the people of their organisation, staff through those
 * of their branch's customers; nobody through those of staff, and nobody out of such a look.
 * @param person  null: not visible to the actor at all
 * @returns null when the actor may
 */
export function viewRefusal(actor: Actor, person: SeenPerson | null): ViewAsRefusal | null {
  if (!person || person.customerId === null || !isNear(actor, person)) return 'USER_NOT_FOUND';
  if (person.id === actor.id) return 'OWN_ACCOUNT';
  if (!mayView(actor)) return 'VIEW_NOT_ALLOWED';
  return person.deactivated ? 'USER_DEACTIVATED' : null;
}

/** True when the actor may look through the eyes of some people. */
export function mayView(actor: Actor): boolean {
  if (actor.kind !== 'user' && actor.kind !== 'staff') return false;
  if (actor.sessionId === null || actor.viewedBy !== null) return false;
  return neededToView[actor.kind].every((right) => actor.rights.has(right));
}

function isNear(actor: Actor, person: SeenPerson): boolean {
  return actor.kind === 'user'
    ? actor.customerId !== null && actor.customerId === person.customerId
    : actor.kind === 'staff' && actor.branchId !== null && actor.branchId === person.branchId;
}
