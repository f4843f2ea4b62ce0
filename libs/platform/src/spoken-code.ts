import { randomInt } from 'node:crypto';

/** Crockford's base 32: no letter that a hand-written or shouted code could turn into another one. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;

/**
 * A new code of 60 random bits, as XXXX-XXXX-XXXX: short enough to read out. Not a secret by itself: what it opens must
 * end soon and count guesses, or open nothing.
 */
export function newSpokenCode(): string {
  const letters = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return [0, 4, 8].map((at) => letters.slice(at, at + 4).join('')).join('-');
}

/** The code that was meant: small letters, blanks, O for 0, I and L for 1. @returns null when it cannot be one */
export function readSpokenCode(typed: string): string | null {
  const letters = typed
    .slice(0, 64)
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (letters.length !== LENGTH || [...letters].some((letter) => !ALPHABET.includes(letter))) return null;
  return [0, 4, 8].map((at) => letters.slice(at, at + 4)).join('-');
}
