import type { FieldProblem } from '../users/invalid-input';

/** Parts of the wish for a key cannot be accepted. */
export interface KeyInputInvalid {
  readonly code: 'INVALID_INPUT';
  readonly fields: readonly FieldProblem[];
}

/** Unknown, or somebody else's (C6). */
export interface KeyNotFound {
  readonly code: 'KEY_NOT_FOUND';
}

/** It was replaced, revoked or has expired: nothing is left to renew. */
export interface KeyEnded {
  readonly code: 'KEY_ENDED';
}

/** It opens more than who asks may open (threats C5). */
export interface KeyRightsNotHeld {
  readonly code: 'KEY_RIGHTS_NOT_HELD';
}
