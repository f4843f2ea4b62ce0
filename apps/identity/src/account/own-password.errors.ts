import type { TooManyAttempts } from '../sessions/sign-in.errors';
import type { WrongPassword } from '../users/current-password';
import type { EmailRefused } from '../users/email-address';
import type { PasswordRefused } from '../users/password-rules';

/** The link does nothing: used, replaced, taken back, too old, or never ours. */
export interface LinkInvalid {
  readonly code: 'LINK_INVALID';
}

/** The new password is the present one. */
export interface PasswordSame {
  readonly code: 'PASSWORD_SAME';
}

export type ChangePasswordFailure = WrongPassword | PasswordSame | PasswordRefused | TooManyAttempts;
export type RequestResetFailure = EmailRefused | TooManyAttempts;
export type SetPasswordFailure = LinkInvalid | PasswordRefused;
