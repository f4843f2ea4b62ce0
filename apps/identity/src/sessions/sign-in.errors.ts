/** No such person, no password yet, deactivated, or another password: one answer for all (C23). */
export interface WrongCredentials {
  readonly code: 'WRONG_CREDENTIALS';
}

/** No such passkey, its owner was deactivated, or it signed something else: one answer for all. */
export interface PasskeyNotAccepted {
  readonly code: 'PASSKEY_NOT_ACCEPTED';
}

/** The second step came too late, too often or for another password: the sign-in begins again. */
export interface SignInExpired {
  readonly code: 'SIGN_IN_EXPIRED';
}

/** Tried too often (C22), or too many people are signing in at this moment (C20). */
export interface TooManyAttempts {
  readonly code: 'TOO_MANY_ATTEMPTS' | 'SIGN_IN_BUSY';
  readonly retryAt: Date;
}
