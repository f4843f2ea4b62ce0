/** A level of one supply at one time. */
export interface LevelPoint {
  readonly at: Date;
  readonly percent: number;
}

/** Whole days, both ends included. */
export interface DayRange {
  readonly low: number;
  readonly high: number;
}

const DAY_MS = 86_400_000;
/** A rise by more than this is a new cartridge, not noise of the sensor. */
const REFILL_PERCENT = 5;
const FEWEST_POINTS = 3;
/** Less time than this says nothing about a pace. */
const SHORTEST_SPAN_DAYS = 2;
/** Nobody plans further ahead on a straight line. */
const FURTHEST_DAYS = 365;

/**
 * When a supply will be empty if it goes on as since its last refill: between the pace of the faster half of that
 * time and the pace of the slower half.
 * @param points  ascending by time, at most the last 60 days
 * @returns null with fewer than three points or two days since the refill, or when nothing was used in either half
 */
export function runsOutBetween(
  points: readonly LevelPoint[],
): { readonly earlyAt: Date; readonly lateAt: Date } | null {
  const used = sinceRefill(points);
  const first = used[0];
  const last = used.at(-1);
  if (!first || !last || used.length < FEWEST_POINTS || daysBetween(first, last) < SHORTEST_SPAN_DAYS)
    return null;
  const middle = used[Math.floor((used.length - 1) / 2)] ?? first;
  const paces = [pace(first, middle), pace(middle, last), pace(first, last)].filter((each) => each > 0);
  if (paces.length < 2) return null;
  return {
    earlyAt: after(last.at, last.percent / Math.max(...paces)),
    lateAt: after(last.at, last.percent / Math.min(...paces)),
  };
}

/** The same as days from now: never negative, rounded outwards. */
export function daysUntil(earlyAt: Date | null, lateAt: Date | null, now: Date): DayRange | null {
  if (!earlyAt || !lateAt) return null;
  const days = (at: Date) => Math.max(0, (at.getTime() - now.getTime()) / DAY_MS);
  return { low: Math.floor(days(earlyAt)), high: Math.ceil(days(lateAt)) };
}

function sinceRefill(points: readonly LevelPoint[]): readonly LevelPoint[] {
  let start = 0;
  points.forEach((point, index) => {
    const before = points[index - 1];
    if (before && point.percent - before.percent > REFILL_PERCENT) start = index;
  });
  return points.slice(start);
}

/** Percent a day; 0 where both points are of one time. */
function pace(from: LevelPoint, to: LevelPoint): number {
  const days = daysBetween(from, to);
  return days > 0 ? (from.percent - to.percent) / days : 0;
}

function daysBetween(from: LevelPoint, to: LevelPoint): number {
  return (to.at.getTime() - from.at.getTime()) / DAY_MS;
}

function after(start: Date, days: number): Date {
  return new Date(start.getTime() + Math.min(days, FURTHEST_DAYS) * DAY_MS);
}
