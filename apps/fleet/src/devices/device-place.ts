import type { DeviceFault } from './device.errors';

/** Longest name of a machine, in characters. */
export const MAX_NAME = 120;
/** Longest other text of a machine, in characters. */
export const MAX_PLACE = 60;
/** Length of an idempotency key, in characters. */
export const KEY_LENGTH = { min: 8, max: 255 } as const;

// Control characters have no meaning in a name, and PostgreSQL stores no NUL.
const CONTROL = /\p{Cc}/u;
const EMAIL = /^[^\s@<>()[\],;:"\\]+@[^\s@.]+(\.[^\s@.]+)+$/;
const LONGEST_EMAIL = 254;

/** What is wrong with an idempotency key. */
export function keyFaults(key: string): DeviceFault[] {
  if (key.length >= KEY_LENGTH.min && key.length <= KEY_LENGTH.max) return [];
  return [{ path: 'idempotencyKey', problem: 'keyLength', values: KEY_LENGTH }];
}

/** What is wrong with a machine's name; one left out is fine. */
export function nameFaults(name: string | null | undefined): DeviceFault[] {
  if (typeof name !== 'string') return [];
  if (name.trim() !== '' && name.length <= MAX_NAME && !CONTROL.test(name)) return [];
  return [{ path: 'name', problem: 'nameNeeded' }];
}

/** What is wrong with short texts that may be empty, by their paths. */
export function textFaults(texts: Readonly<Record<string, string | null | undefined>>): DeviceFault[] {
  return Object.entries(texts)
    .filter(([, text]) => typeof text === 'string' && (text.length > MAX_PLACE || CONTROL.test(text)))
    .map(([path]) => ({ path, problem: 'tooLong', values: { max: MAX_PLACE } }));
}

/** What is wrong with an address for mails; none is fine. */
export function emailFaults(path: string, email: string | null | undefined): DeviceFault[] {
  if (!email || (email.length <= LONGEST_EMAIL && EMAIL.test(email))) return [];
  return [{ path, problem: 'emailInvalid' }];
}
