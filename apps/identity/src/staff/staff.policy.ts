import type { Actor } from '@platen/platform';
import { managedBranchOf } from '../branches/branch.policy';
import type { ActionRefusal, PersonFacts } from '../users/user-actions.policy';

/** What staff administrators do to the accounts of their colleagues. */
export const staffActions = ['change-role', 'deactivate', 'reactivate'] as const;

export type StaffAction = (typeof staffActions)[number];

/**
 * Staff administrators look after the staff of their own branch, never after themselves: nobody raises his own
 * rights (threats C5), and nobody locks himself out by mistake.
 * @returns null when the actor may, otherwise why not
 */
export function staffRefusalOf(actor: Actor, action: StaffAction, person: PersonFacts): ActionRefusal | null {
  if (actor.id === person.id) return 'OWN_ACCOUNT';
  const own = person.customerId === null && managedBranchOf(actor, 'staff:manage') === person.branchId;
  if (!own) return 'ACTION_NOT_ALLOWED';
  if (person.state === 'ERASED') return 'USER_ERASED';
  if (action === 'reactivate') return person.state === 'DEACTIVATED' ? null : 'USER_NOT_DEACTIVATED';
  return action === 'deactivate' && person.state === 'DEACTIVATED' ? 'USER_DEACTIVATED' : null;
}
