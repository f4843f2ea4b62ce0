/** What a counter showed, and when. */
export interface CounterPoint {
  readonly value: number;
  readonly at: Date;
}

/** Counts a day that are still ordinary for this counter, by its own past. */
export interface UsualPace {
  readonly slow: number;
  readonly fast: number;
}

/** What a new value of a counter is judged by. */
export interface CounterPast {
  /** the accepted value at, or next before, the time of the new one; after a reset the value it began with */
  readonly before: CounterPoint | null;
  /** the accepted value next after it: null unless it comes late */
  readonly after: CounterPoint | null;
  readonly pace: UsualPace | null;
  /** digits that its display has, null where nobody said */
  readonly digits: number | null;
  /** what was read before this instant is settled for good */
  readonly closedBefore: Date | null;
}

/** Values between which a new one is expected. */
export interface ExpectedRange {
  readonly low: number;
  readonly high: number;
}

/**
 * What can be said of a new value. `fits` and `known` (the very same value again) are fine; `low`, `high` and
 * `jump` (a million and more) are odd: whoever states them is asked once more. All others cannot be.
 */
export const readingVerdicts = [
  'fits',
  'known',
  'low',
  'high',
  'jump',
  'fell',
  'above_later',
  'other_value',
  'too_long',
  'future',
  'too_old',
  'closed',
] as const;
export type ReadingVerdict = (typeof readingVerdicts)[number];

/** Verdicts of values that are taken when they are confirmed. */
export const oddVerdicts: ReadonlySet<ReadingVerdict> = new Set(['low', 'high', 'jump']);

const DAY_MS = 86_400_000;
/** People's clocks may be ahead by this much. */
const FUTURE_MS = 10 * 60_000;
/** Readings older than this come too late for anything. */
const OLDEST_MS = 400 * DAY_MS;
/** More digits than any counter of a printer has. */
const MOST_DIGITS = 12;
/** A step that is never ordinary, unless the counter's own past says so. */
const JUMP = 1_000_000;

/** Shorter intervals say more about weekends than about pace. */
const SHORTEST_INTERVAL_DAYS = 7;
/** Nothing known: what a busy machine of a department makes in a day. */
const UNKNOWN_PACE: UsualPace = { slow: 0, fast: 3000 };
/** Nothing known, not even a value: beyond this even an old machine's first value is asked about. */
const HIGHEST_FIRST = 9_999_999;
/** Idle days that every machine may have: holidays. */
const IDLE_DAYS = 14;
/** Days of work that may fall into a short interval on top. */
const BUSY_DAYS = 3;
/** A proof page or two surprise nobody. */
const SLACK = 100;

/**
 * The ordinary pace of a counter: median and spread of its own past intervals, on a logarithmic scale, since a
 * machine prints twice or half as much rather than a thousand more or less. The fewer the intervals, the wider.
 * One wild interval moves neither median nor spread.
 * @param points  in order of time; a value lower than the one before begins anew
 * @returns null when there is no interval of a week
 */
export function usualPace(points: readonly CounterPoint[]): UsualPace | null {
  const paces = pacesOf(points).map(Math.log1p);
  if (paces.length === 0) return null;
  const middle = median(paces);
  const spread = Math.max(0.25, 1.4826 * median(paces.map((pace) => Math.abs(pace - middle))));
  const reach = 3 * (1 + 3 / paces.length) * spread;
  return { slow: Math.expm1(Math.max(0, middle - reach)), fast: Math.expm1(middle + reach) };
}

/** Counts a day in intervals of a week or more. */
function pacesOf(points: readonly CounterPoint[]): number[] {
  const paces: number[] = [];
  let start: CounterPoint | null = null;
  for (const point of points) {
    const days: number = start ? (point.at.getTime() - start.at.getTime()) / DAY_MS : 0;
    if (!start || point.value < start.value) start = point;
    else if (days >= SHORTEST_INTERVAL_DAYS) {
      paces.push((point.value - start.value) / days);
      start = point;
    }
  }
  return paces;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** Where a value read at this instant is expected. Never below the value before. */
export function expectedRange({ before, pace }: CounterPast, at: Date): ExpectedRange {
  if (!before) return { low: 0, high: HIGHEST_FIRST };
  const days = Math.max(0, at.getTime() - before.at.getTime()) / DAY_MS;
  const { slow, fast } = pace ?? UNKNOWN_PACE;
  return {
    low: before.value + Math.floor(slow * Math.max(0, days - IDLE_DAYS)),
    high: before.value + Math.ceil(fast * (days + BUSY_DAYS)) + SLACK,
  };
}

/**
 * Judges one new value of a counter; the portal does it while somebody types, the service before it takes it.
 * @param reading  a whole number of at least 0, and when it was read
 */
export function judgeReading(past: CounterPast, reading: CounterPoint, now: Date): ReadingVerdict {
  const { value, at } = reading;
  const { before, after } = past;
  if (before?.at.getTime() === at.getTime()) return before.value === value ? 'known' : 'other_value';
  if (at.getTime() - now.getTime() > FUTURE_MS) return 'future';
  if (now.getTime() - at.getTime() > OLDEST_MS) return 'too_old';
  if (past.closedBefore && at < past.closedBefore) return 'closed';
  if (String(value).length > (past.digits ?? MOST_DIGITS)) return 'too_long';
  if (before && value < before.value) return 'fell';
  if (after && value > after.value) return 'above_later';
  const { low, high } = expectedRange(past, at);
  if (value > high) return before && value - before.value >= JUMP ? 'jump' : 'high';
  return value < low ? 'low' : 'fits';
}
