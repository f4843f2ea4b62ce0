import type { ActionRefusal } from './user-actions.policy';

/** The product does not speak this language. */
export interface LocaleUnknown {
  readonly code: 'LOCALE_UNKNOWN';
}

/** A key of a system acts, which has no language of its own. */
export interface NotAPerson {
  readonly code: 'NOT_A_PERSON';
}

/** Unknown, or of somebody else: nobody can tell which (threats C6). */
export interface UserNotFound {
  readonly code: 'USER_NOT_FOUND';
}

/** The person is there, and this cannot be done to the account by this actor or now. */
export interface ActionRefused {
  readonly code: ActionRefusal | 'RESET_JUST_SENT';
}
