import type { MessageKey } from './messages/message';

/** One part of an input that cannot be accepted; the problem is a text of this service. */
export interface InputFault {
  /** inside the input, for example lines.0.quantity */
  readonly path: string;
  readonly problem: MessageKey;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** An input with its faults; nothing was done. */
export interface InvalidInput {
  readonly code: 'INVALID_INPUT';
  readonly fields: readonly InputFault[];
}

/** Length of an idempotency key, in characters. */
const KEY_LENGTH = { min: 8, max: 255 } as const;

// Lines may be broken; other control characters have no meaning, and PostgreSQL stores no NUL.
const UNPRINTABLE = /[^\P{Cc}\n\r\t]/u;

/** What is wrong with an idempotency key. */
export function keyFaults(key: string): InputFault[] {
  const fits = key.length >= KEY_LENGTH.min && key.length <= KEY_LENGTH.max && !UNPRINTABLE.test(key);
  return fits ? [] : [{ path: 'idempotencyKey', problem: 'keyLength', values: KEY_LENGTH }];
}

/** What is wrong with a text that may be left out. @param max  in characters */
export function textFaults(path: string, text: string | null | undefined, max: number): InputFault[] {
  if (typeof text !== 'string' || (text.length <= max && !UNPRINTABLE.test(text))) return [];
  return [{ path, problem: 'tooLong', values: { max } }];
}
