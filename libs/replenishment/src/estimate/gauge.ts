import { learn } from '../chance/gaussian';
import type { SupplySighting } from './sighting';
import { type SupplyBelief, level } from './supply-belief';

/** Steps of gauges are no coarser than this: one level alone does not tell its step. */
const COARSEST_STEP = 25;

/** The common divisor of the levels seen, with one more: 1 for 57 and 60, 20 for 60 and 80; 0 before the first. */
export function stepWith(step: number, shown: number | null): number {
  if (shown === null) return step;
  let [a, b] = [step, Math.round(shown)];
  while (b > 0) [a, b] = [b, a % b];
  return a;
}

/** What one step of the gauge may hide, in points. */
export function stepOf(stepPoints: number): number {
  return Math.min(stepPoints, COARSEST_STEP);
}

/** The number a gauge shows; an empty device shows 0 whatever its gauge said before. */
export function numberOf(seen: SupplySighting): number | null {
  return seen.condition === 'empty' ? null : seen.levelPercent;
}

/**
 * A gauge that shows 40 in steps of 20 says: above 20, at most 40. That it showed 60 before says more: it cannot have
 * fallen far below 40 since.
 */
export function boundByGauge(belief: SupplyBelief, shown: number, stepPoints: number, floor: number): void {
  const step = stepOf(stepPoints);
  const low = Math.min(shown <= 0 ? floor : Math.max(floor, shown - step), shown - 1);
  const off = Math.max(low - belief.mean[0], belief.mean[0] - shown, 0);
  // What three deviations do not explain is the gauge's own leap: it says nothing about the cost of a page.
  if (off * off > 9 * belief.cov[0][0]) belief.cov[0][0] += off * off;
  learn(belief, level, low, shown, 0.1 + 0.02 * step);
}

/** Where the gauge cannot have been below when it was read; without number, or at 0, there is no such place. */
export function gaugeFloor(levelPercent: number | null, stepPoints: number): number {
  if (levelPercent === null || levelPercent <= 0) return -Infinity;
  return levelPercent - stepOf(stepPoints);
}
