/** The code, recovery code or passkey does not prove who it is: wrong, used or too late, nobody is told which. */
export interface WrongCode {
  readonly code: 'WRONG_CODE';
}

/** No app was shown a seed in the last minutes: the setting up has to begin again. */
export interface NothingStarted {
  readonly code: 'NOTHING_STARTED';
}

/** What the browser sent is no passkey made for this page and question, or it is known already. */
export interface PasskeyRefused {
  readonly code: 'PASSKEY_REFUSED';
}

/** The actor has no such passkey. */
export interface PasskeyNotFound {
  readonly code: 'PASSKEY_NOT_FOUND';
}

/** A passkey needs a name of 1 to 60 characters. */
export interface PasskeyNameInvalid {
  readonly code: 'PASSKEY_NAME_INVALID';
}

/** Nobody needs more than ten. */
export interface TooManyPasskeys {
  readonly code: 'TOO_MANY_PASSKEYS';
}

/** The organisation demands a second factor: the last one cannot go. */
export interface LastSecondFactor {
  readonly code: 'LAST_SECOND_FACTOR';
}

/** Who demands a second factor of others has one himself; without one there is nothing to recover. */
export interface NoSecondFactor {
  readonly code: 'NO_SECOND_FACTOR';
}
