import { createHash, randomInt } from 'node:crypto';

/** How many are given at once. */
export const RECOVERY_CODES = 10;
/** Crockford's base32: no letter that looks like a digit or another letter. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;

/** A code for the day on which the phone is lost: 80 random bits in four groups of four. */
export function newRecoveryCode(): string {
  const characters = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return characters.join('').replace(/(.{4})(?!$)/g, '$1-');
}

/**
 * What the database keeps of a code: as typed, but without regard to case, spaces and dashes, O for 0, I and L for 1.
 * 80 random bits cannot be guessed from one round of SHA-256.
 */
export function hashRecoveryCode(typed: string): Buffer {
  const code = typed
    .slice(0, 60)
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return createHash('sha256').update(`recovery code ${code}`).digest();
}
