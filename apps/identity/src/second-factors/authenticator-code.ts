import { generateSecret, generateURI, verifySync } from 'otplib';

/** One code is shown for so long; a clock may be off by one step either way (RFC 6238, 5.2). */
const STEP_SECONDS = 30;

/** A new seed for an authenticator app: 160 random bits, base32. */
export function newAuthenticatorSecret(): string {
  return generateSecret();
}

/** What the app reads from a QR code. @param issuer  names the product in the app; @param account  the mail address */
export function authenticatorUri(secret: string, issuer: string, account: string): string {
  return generateURI({ secret, issuer, label: account });
}

/**
 * The step of 30 s since 1970 whose code was typed, so that it can be used up: a code seen over a shoulder is worth
 * nothing once it has been used.
 * @param at        now, in seconds since 1970
 * @param lastStep  the last step used, 0 for none
 * @returns null for a wrong code, one of an earlier step, or one that was used
 */
export function stepOfCode(
  secret: string,
  typed: string,
  { at, lastStep }: { readonly at: number; readonly lastStep: number },
): number | null {
  const code = typed.slice(0, 20).replaceAll(/[\s-]/g, '');
  if (!/^[0-9]{6}$/.test(code)) return null;
  const seconds = Math.floor(at);
  const result = verifySync({ secret, token: code, epoch: seconds, epochTolerance: STEP_SECONDS });
  if (!result.valid || !('timeStep' in result)) return null;
  return result.timeStep > lastStep ? result.timeStep : null;
}
