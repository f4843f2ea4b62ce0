import type { Moments } from '../chance/distributions';

/**
 * How much a device prints per activity day, and how unsteadily. Old days fade: half their weight is gone after
 * `HALF_LIFE` activity days; a second, faster memory notices when the level has shifted.
 */
export interface PrintVolume {
  readonly impressions: number;
  readonly activity: number;
  readonly recentImpressions: number;
  readonly recentActivity: number;
  /** sum of squared deviations per activity, faded like the rest */
  readonly squares: number;
  readonly squaresActivity: number;
}

/** Nothing counted yet. */
export const noVolume: PrintVolume = {
  impressions: 0,
  activity: 0,
  recentImpressions: 0,
  recentActivity: 0,
  squares: 0,
  squaresActivity: 0,
};

/** A day's volume deviates by about its own mean in most offices; believed like this many days of evidence. */
const PRIOR_SPREAD = 1;
const PRIOR_SPREAD_DAYS = 6;
const HALF_LIFE = 25;
const RECENT_HALF_LIFE = 7;
const SPREAD_HALF_LIFE = 90;
/** A single interval counts at most as this many times its expectation when the spread is learned. */
const LARGEST_SQUARE = 60;

/** Takes in what was printed in a stretch of time. @param activity  activity days in it, above 0 */
export function withPrinted(volume: PrintVolume, impressions: number, activity: number): PrintVolume {
  const fade = 0.5 ** (activity / HALF_LIFE);
  const recentFade = 0.5 ** (activity / RECENT_HALF_LIFE);
  const spreadFade = 0.5 ** (activity / SPREAD_HALF_LIFE);
  const next = {
    impressions: volume.impressions * fade + impressions,
    activity: volume.activity * fade + activity,
    recentImpressions: volume.recentImpressions * recentFade + impressions,
    recentActivity: volume.recentActivity * recentFade + activity,
  };
  const expected = (next.impressions / next.activity) * activity;
  const square = expected > 0 ? (impressions - expected) ** 2 / (expected * expected) : 0;
  const known = volume.activity > 2;
  return {
    ...next,
    squares:
      volume.squares * spreadFade + (known ? Math.min(square, LARGEST_SQUARE) * activity * activity : 0),
    squaresActivity: volume.squaresActivity * spreadFade + (known ? activity : 0),
  };
}

/** What is expected of a plain business day. */
export interface Pace {
  /** impressions per activity day */
  readonly perDay: number;
  /** square of the coefficient of variation of one activity day */
  readonly dailySpread: number;
  /** relative variance of the pace itself: how badly it is known */
  readonly doubt: number;
}

/** @returns null before anything was printed and counted */
export function paceOf(volume: PrintVolume): Pace | null {
  if (volume.activity < 1 || volume.impressions <= 0) return null;
  const dailySpread =
    (volume.squares + PRIOR_SPREAD * PRIOR_SPREAD_DAYS) / (volume.squaresActivity + PRIOR_SPREAD_DAYS);
  const slow = volume.impressions / volume.activity;
  const recent = volume.recentImpressions / Math.max(1e-9, volume.recentActivity);
  const shifted = shiftWeight(slow, recent, dailySpread, volume);
  const perDay = Math.max(slow * 0.05, slow + shifted * (recent - slow));
  const evidence = volume.activity * (1 - shifted) + volume.recentActivity * shifted;
  return { perDay, dailySpread, doubt: dailySpread / Math.max(1, evidence) };
}

/** How far the recent pace is believed: hardly while it lies within chance, mostly beyond two deviations. */
function shiftWeight(slow: number, recent: number, dailySpread: number, volume: PrintVolume): number {
  const variance =
    slow *
    slow *
    dailySpread *
    (1 / Math.max(1, volume.recentActivity) - 1 / Math.max(1.5, 1.5 * volume.activity));
  const square = (recent - slow) ** 2 / Math.max(1e-9, variance);
  return square / (square + SHIFT_SQUARE);
}
const SHIFT_SQUARE = 5;

/** Drift of a pace per activity day, as relative variance: what was true last month is less true the next. */
const DRIFT = 0.0004;

/** Impressions in the next `activity` activity days. */
export function volumeIn(pace: Pace, activity: number): Moments {
  const mean = pace.perDay * activity;
  const doubt = pace.doubt + DRIFT * activity;
  return { mean, variance: mean * mean * doubt + pace.perDay * pace.perDay * pace.dailySpread * activity };
}
