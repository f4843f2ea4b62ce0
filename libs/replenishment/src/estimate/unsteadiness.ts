/** How far the falls of a gauge were from their expectation, as far as its steps do not explain it. */
export interface Unsteadiness {
  /** sum of squares, relative to the squared cost of a day; fades */
  readonly squares: number;
  /** activity days that they were gathered in; fades likewise */
  readonly activity: number;
  /** activity days since the gauge fell last */
  readonly since: number;
}

/** No fall seen yet. */
export const steady: Unsteadiness = { squares: 0, activity: 0, since: 0 };

const HALF_LIFE = 90;
/** Without evidence a day's use deviates by a little more than its mean. */
const PRIOR = 1.3;
const PRIOR_DAYS = 8;
/** No single fall counts for more than this many squared days. */
const LARGEST_SQUARE = 60;

/** Time in which the gauge stood still, or in which nobody looked. */
export function afterWaiting(unsteady: Unsteadiness, activity: number): Unsteadiness {
  return { ...unsteady, since: unsteady.since + activity };
}

/**
 * The gauge fell.
 * @param points      by how much
 * @param costPerDay  points that an activity day is believed to cost
 * @param stepPoints  step of the gauge: half a step at either end is nobody's doing
 */
export function afterFall(
  unsteady: Unsteadiness,
  points: number,
  costPerDay: number,
  stepPoints: number,
): Unsteadiness {
  const since = Math.max(0.03, unsteady.since);
  const square = Math.max(0, (points - costPerDay * since) ** 2 - stepPoints ** 2 / 6);
  const fade = 0.5 ** (since / HALF_LIFE);
  return {
    squares: unsteady.squares * fade + Math.min(LARGEST_SQUARE, square / (costPerDay * costPerDay)),
    activity: unsteady.activity * fade + since,
    since: 0,
  };
}

/** Square of the coefficient of variation of a day's use. */
export function dailySpreadOf({ squares, activity }: Unsteadiness): number {
  return (squares + PRIOR * PRIOR_DAYS) / (activity + PRIOR_DAYS);
}
