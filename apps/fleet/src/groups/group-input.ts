import { isId } from '@platen/platform';
import { KEY_LENGTH } from '../devices/device-place';
import type { InvalidGroupInput } from './device-group.errors';

type Faults = InvalidGroupInput['fields'];

/** Longest name of a group, in characters. */
export const MAX_GROUP_NAME = 80;
/** Most ids that one command may add and remove together. */
export const MOST_IDS = 250;

/** What to add and what to take away; ids that are none of ours are found nowhere. */
export interface SetChange {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** A change as asked for, with what was left out as nothing. */
export function toSetChange(input: {
  readonly add?: readonly string[] | null;
  readonly remove?: readonly string[] | null;
}): SetChange {
  return { add: input.add ?? [], remove: input.remove ?? [] };
}

// Control characters have no meaning in a name, and those that turn the direction of writing can fake one.
const NOT_IN_A_NAME = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/** Whether a group can have this name, its outer blanks gone. */
export function nameFaults(name: string): Faults {
  const trimmed = name.trim();
  const fits = trimmed !== '' && trimmed.length <= MAX_GROUP_NAME && !NOT_IN_A_NAME.test(trimmed);
  return fits ? [] : [{ path: 'name', problem: 'groupNameNeeded' }];
}

/** Whether a key can be remembered. */
export function keyFaults(key: string): Faults {
  const fits = key.length >= KEY_LENGTH.min && key.length <= KEY_LENGTH.max && !key.includes('\0');
  return fits ? [] : [{ path: 'idempotencyKey', problem: 'keyLength' }];
}

/** Whether so many ids may be changed at once. */
export function changeFaults({ add, remove }: SetChange): Faults {
  return add.length + remove.length <= MOST_IDS ? [] : [{ path: 'add', problem: 'tooManyIds' }];
}

/** Whether people can be named by these ids. Which of them exist is identity's to know. */
export function userFaults(userIds: readonly string[], path: string): Faults {
  return userIds.every(isId) ? [] : [{ path, problem: 'noUserId' }];
}

/** Each id once, in one order and as the database writes it; what is both added and removed stays. */
export function settled({ add, remove }: SetChange): SetChange {
  const added = unique(add);
  return { add: added, remove: unique(remove).filter((id) => !added.includes(id)) };
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids.map((id) => id.toLowerCase()))].sort();
}
