import type { Locale } from '@platen/contracts';
import type { InvalidInputError } from '@platen/platform';
import { message } from '../messages/message';
import { TooManyAttemptsError } from '../sessions/session.type';
import type { TooManyAttempts } from '../sessions/sign-in.errors';
import { invalidInput } from '../users/invalid-input';
import type { PasswordRefused } from '../users/password-rules';

/** Too many tries, in the reader's language. */
export function tooManyAttempts(locale: Locale, { code, retryAt }: TooManyAttempts): TooManyAttemptsError {
  return Object.assign(new TooManyAttemptsError(), { code, retryAt, message: message(locale, code) });
}

/** Why a password was not taken, at the field where it was typed. */
export function passwordRefused(locale: Locale, refused: PasswordRefused, path: string): InvalidInputError {
  return invalidInput(locale, [{ path, code: refused.code, values: { least: refused.least } }]);
}
