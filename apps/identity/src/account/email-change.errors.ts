import type { TooManyAttempts } from '../sessions/sign-in.errors';
import type { WrongPassword } from '../users/current-password';
import type { EmailRefused } from '../users/email-address';
import type { LinkInvalid } from './own-password.errors';

/** The address is the account's already. */
export interface EmailSame {
  readonly code: 'EMAIL_SAME';
}

/** Another account got the address first. Told only to who has just shown that he reads its mail. */
export interface EmailTaken {
  readonly code: 'EMAIL_TAKEN';
}

export type RequestEmailChangeFailure = EmailRefused | EmailSame | WrongPassword | TooManyAttempts;
export type ConfirmEmailFailure = LinkInvalid | EmailTaken;
