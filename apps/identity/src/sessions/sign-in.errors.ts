/** No such person, no password yet, deactivated, or another password: one answer for all (C23). */
export interface WrongCredentials {
  readonly code: 'WRONG_CREDENTIALS';
}

/** Tried too often (C22), or too many people are signing in at this moment (C20). */
export interface TooManyAttempts {
  readonly code: 'TOO_MANY_ATTEMPTS' | 'SIGN_IN_BUSY';
  readonly retryAt: Date;
}
