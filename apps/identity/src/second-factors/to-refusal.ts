import type { Locale } from '@platen/contracts';
import { InvalidInputError } from '@platen/platform';
import { message } from '../messages/message';
import { TooManyAttemptsError } from '../sessions/session.type';
import type { TooManyAttempts } from '../sessions/sign-in.errors';
import type { WrongPassword } from '../users/current-password';
import type {
  LastSecondFactor,
  NoSecondFactor,
  NothingStarted,
  PasskeyNameInvalid,
  PasskeyNotFound,
  PasskeyRefused,
  TooManyPasskeys,
  WrongCode,
} from './second-factor.errors';
import { PasskeyNotFoundError, SecondFactorNeededError } from './second-factor.type';

/** At which field of the form each of these belongs. */
const fieldOf = {
  WRONG_PASSWORD: 'currentPassword',
  WRONG_CODE: 'code',
  NOTHING_STARTED: 'code',
  PASSKEY_NAME_INVALID: 'name',
  PASSKEY_REFUSED: 'response',
  TOO_MANY_PASSKEYS: 'response',
} as const;

/** What the input can be refused for. */
export type BadInput =
  | WrongPassword
  | WrongCode
  | NothingStarted
  | PasskeyNameInvalid
  | PasskeyRefused
  | TooManyPasskeys;

/** A refusal at its field. */
export function toInvalidInput({ code }: BadInput, locale: Locale): InvalidInputError {
  const text = message(locale, code);
  const fields = [{ path: fieldOf[code], message: text }];
  return Object.assign(new InvalidInputError(), { code, message: text, fields });
}

/** A refusal of a command that asked for the password. */
export function toUnproved(
  failure: BadInput | TooManyAttempts,
  locale: Locale,
): InvalidInputError | TooManyAttemptsError {
  if (!('retryAt' in failure)) return toInvalidInput(failure, locale);
  return Object.assign(new TooManyAttemptsError(), { ...failure, message: message(locale, failure.code) });
}

/** The passkey is not there. */
export function toNotFound({ code }: PasskeyNotFound, locale: Locale): PasskeyNotFoundError {
  return Object.assign(new PasskeyNotFoundError(), { code, message: message(locale, code) });
}

/** A factor has to stay, or to be there first. */
export function toNeeded(
  { code }: LastSecondFactor | NoSecondFactor,
  locale: Locale,
): SecondFactorNeededError {
  return Object.assign(new SecondFactorNeededError(), { code, message: message(locale, code) });
}
