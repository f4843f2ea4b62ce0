/** Longest name of a passkey, in characters. */
const MAX_LENGTH = 60;
/** Control characters, line ends and those that turn the direction of writing. */
const FORBIDDEN = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** @returns the name without space around it; null for none, one too long, or one that would deceive the eye */
export function nameOfPasskey(typed: string): string | null {
  const name = typed.trim();
  const length = typed.length <= MAX_LENGTH * 4 ? [...name].length : Number.POSITIVE_INFINITY;
  return length >= 1 && length <= MAX_LENGTH && !FORBIDDEN.test(name) ? name : null;
}
