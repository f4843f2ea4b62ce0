import type { Actor } from '@platen/platform';
import type { UserState } from './user-state';

/** What can be done to somebody else's account. */
export const userActions = [
  'update',
  'change-rights',
  'deactivate',
  'reactivate',
  'erase',
  'reset-password',
] as const;

export type UserAction = (typeof userActions)[number];

/** What a rule needs to know of a person. */
export interface PersonFacts {
  readonly id: string;
  readonly branchId: string;
  readonly customerId: string | null;
  readonly state: UserState;
}

/** Why somebody who sees a person may not do something to the account. */
export type ActionRefusal =
  | 'OWN_ACCOUNT'
  | 'ACTION_NOT_ALLOWED'
  | 'USER_ERASED'
  | 'USER_DEACTIVATED'
  | 'USER_NOT_DEACTIVATED';

/**
 * What staff who look after customers may do to their people: enough to help an organisation that lost its
 * administrator. Names and the end of an account stay with the organisation.
 */
const byProvider: readonly UserAction[] = ['change-rights', 'deactivate', 'reactivate', 'reset-password'];

/**
 * @returns null when the actor may, otherwise why not. Nobody does any of this to himself: his own pages are for
 * that, and nobody raises his own rights (threats C5)
 */
export function refusalOf(actor: Actor, action: UserAction, person: PersonFacts): ActionRefusal | null {
  if (actor.id === person.id) return 'OWN_ACCOUNT';
  if (!mayAct(actor, action, person)) return 'ACTION_NOT_ALLOWED';
  return unfit(action, person.state);
}

export function canDo(actor: Actor, action: UserAction, person: PersonFacts): boolean {
  return refusalOf(actor, action, person) === null;
}

function mayAct(actor: Actor, action: UserAction, { customerId, branchId }: PersonFacts): boolean {
  if (customerId === null) return false;
  if (actor.kind === 'user') return actor.customerId === customerId && actor.rights.has('user:manage');
  return (
    actor.kind === 'staff' &&
    actor.branchId === branchId &&
    actor.rights.has('customer:manage') &&
    byProvider.includes(action)
  );
}

function unfit(action: UserAction, state: UserState): ActionRefusal | null {
  if (state === 'ERASED') return 'USER_ERASED';
  if (action === 'reactivate') return state === 'DEACTIVATED' ? null : 'USER_NOT_DEACTIVATED';
  const needsActive = action === 'deactivate' || action === 'reset-password';
  return needsActive && state === 'DEACTIVATED' ? 'USER_DEACTIVATED' : null;
}
