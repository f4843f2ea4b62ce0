import { MOST_ADDRESSES, parseAddressRange, sizeOf } from '@platen/kernel/address-range';
import { KEY_LENGTH } from '../devices/device-place';
import type { InvalidCollector } from './collector.errors';

/** What a collector is to be and to read, as somebody wrote it. */
export interface CollectorWish {
  readonly name: string;
  readonly siteId: string;
  readonly ranges: readonly string[];
  readonly excludeAddresses: readonly string[];
  readonly excludeModels: readonly string[];
  readonly excludeSerials: readonly string[];
  readonly intervalSeconds: number;
}

export type CollectorField = keyof Omit<CollectorWish, 'siteId'> | 'idempotencyKey';
export type CollectorProblem =
  | 'keyLength'
  | 'collectorNameNeeded'
  | 'collectorTooMany'
  | 'collectorRangeUnreadable'
  | 'collectorRangeTooLarge'
  | 'collectorWordTooLong'
  | 'collectorInterval';

/** Longest name and longest model or serial in an exclusion, in characters. */
const MAX_TEXT = 120;
/** Most entries of one list. */
const MOST_ENTRIES = 64;
/** Seconds between two rounds, at least and at most. */
const INTERVAL = { min: 300, max: 86_400 } as const;

// Control characters have no meaning here, and those that turn the direction of writing can fake another name.
const NOT_IN_A_NAME = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

type Faults = InvalidCollector['fields'];

/** What is wrong with a wish before anything is looked up. Blank entries were left out before. */
export function faultsOf(wish: CollectorWish): Faults {
  return [
    ...nameFaults(wish.name),
    ...rangeFaults('ranges', wish.ranges, MOST_ADDRESSES),
    ...rangeFaults('excludeAddresses', wish.excludeAddresses, Number.POSITIVE_INFINITY),
    ...wordFaults('excludeModels', wish.excludeModels),
    ...wordFaults('excludeSerials', wish.excludeSerials),
    ...(wish.intervalSeconds < INTERVAL.min || wish.intervalSeconds > INTERVAL.max
      ? [fault('intervalSeconds', 'collectorInterval', { min: INTERVAL.min / 60, max: INTERVAL.max / 3600 })]
      : []),
  ];
}

/** Whether a key can be remembered. */
export function keyFaults(key: string): Faults {
  const fits = key.length >= KEY_LENGTH.min && key.length <= KEY_LENGTH.max && !key.includes('\0');
  return fits ? [] : [fault('idempotencyKey', 'keyLength', KEY_LENGTH)];
}

/** Outer blanks gone, blank entries and repeats left out. */
export function tidied(wish: CollectorWish): CollectorWish {
  const tidy = (entries: readonly string[]) => [
    ...new Set(entries.map((entry) => entry.trim()).filter(Boolean)),
  ];
  return {
    ...wish,
    name: wish.name.trim(),
    ranges: tidy(wish.ranges),
    excludeAddresses: tidy(wish.excludeAddresses),
    excludeModels: tidy(wish.excludeModels),
    excludeSerials: tidy(wish.excludeSerials),
  };
}

function nameFaults(name: string): Faults {
  const fits = name !== '' && name.length <= MAX_TEXT && !NOT_IN_A_NAME.test(name);
  return fits ? [] : [fault('name', 'collectorNameNeeded', { max: MAX_TEXT })];
}

function rangeFaults(path: 'ranges' | 'excludeAddresses', entries: readonly string[], most: number): Faults {
  if (entries.length > MOST_ENTRIES) return [tooMany(path)];
  return entries.flatMap((entry) => {
    const shown = { entry: entry.slice(0, MAX_TEXT) };
    const range = parseAddressRange(entry);
    if (range === null) return [fault(path, 'collectorRangeUnreadable', shown)];
    return sizeOf(range) > most ? [fault(path, 'collectorRangeTooLarge', { ...shown, max: most })] : [];
  });
}

function wordFaults(path: 'excludeModels' | 'excludeSerials', entries: readonly string[]): Faults {
  if (entries.length > MOST_ENTRIES) return [tooMany(path)];
  return entries.some((entry) => entry.length > MAX_TEXT || NOT_IN_A_NAME.test(entry))
    ? [fault(path, 'collectorWordTooLong', { max: MAX_TEXT })]
    : [];
}

const tooMany = (path: CollectorField) => fault(path, 'collectorTooMany', { max: MOST_ENTRIES });

function fault(
  path: CollectorField,
  problem: CollectorProblem,
  values: Readonly<Record<string, string | number>>,
): Faults[number] {
  return { path, problem, values };
}
