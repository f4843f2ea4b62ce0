import { type Five, type Gaussian, independent } from '../chance/gaussian';

/**
 * What is believed of a supply, in points of its gauge (percent of the rated yield), as five quantities that hang
 * together:
 *
 * 0. where the gauge would stand without steps and without its stop at 0: it may fall below 0,
 * 1. points that one unit of use costs (a unit is an impression, or an activity day where nothing is counted),
 * 2. where the cartridge in the slot runs out: never exactly at 0, yields scatter,
 * 3. where cartridges of this slot run out on average: gauges have a bias,
 * 4. where the device begins to say "low".
 *
 * All five are learned from bounds: a gauge of 20-point steps says "between 40 and 60", "ok" says "above 4.", printing
 * says "above 2.".
 */
export type SupplyBelief = Gaussian;

/** Weights of `Gaussian` sums. */
export const level: Five = [1, 0, 0, 0, 0];
export const remaining: Five = [1, 0, -1, 0, 0];
export const aboveLow: Five = [1, 0, 0, 0, -1];

/** Yields of cartridges scatter by about six percent of the rated one, gauges are biased by about three. */
const YIELD_VARIANCE = 6 ** 2;
const BIAS_VARIANCE = 4 ** 2;
/** Devices say "low" somewhere between 5 and 20 percent. */
const LOW_MEAN = 12;
const LOW_VARIANCE = 5 ** 2;

/** What one unit of use is expected to cost before any level has fallen. */
export interface UsePrior {
  readonly points: number;
  /** standard deviation in points */
  readonly spread: number;
}

/** The belief about a supply seen for the first time. */
export function firstBelief(levelPoints: number, levelVariance: number, use: UsePrior): SupplyBelief {
  const belief = independent(
    [levelPoints, use.points, 0, 0, LOW_MEAN],
    [levelVariance, use.spread ** 2, YIELD_VARIANCE + BIAS_VARIANCE, BIAS_VARIANCE, LOW_VARIANCE],
  );
  belief.cov[2][3] = BIAS_VARIANCE;
  belief.cov[3][2] = BIAS_VARIANCE;
  return belief;
}

/** Takes in use, in place. @param noise  variance of the points it cost, beyond what the cost per unit explains */
export function spend({ mean, cov }: SupplyBelief, units: number, noise: number, drift: number): void {
  mean[1] = Math.max(mean[1], 1e-9);
  mean[0] -= mean[1] * units;
  const cross = cov[0][1];
  cov[0][0] += units * units * cov[1][1] - 2 * units * cross + noise;
  cov[0][1] -= units * cov[1][1];
  cov[0][2] -= units * cov[1][2];
  cov[0][3] -= units * cov[1][3];
  cov[0][4] -= units * cov[1][4];
  cov[1][0] = cov[0][1];
  cov[2][0] = cov[0][2];
  cov[3][0] = cov[0][3];
  cov[4][0] = cov[0][4];
  cov[1][1] += mean[1] * mean[1] * drift;
}

/** A cartridge was put in, in place: full, and with an own end. */
export function refill({ mean, cov }: SupplyBelief, levelPoints: number, levelVariance: number): void {
  mean[0] = levelPoints;
  mean[2] = mean[3];
  cov[0] = [levelVariance, 0, 0, 0, 0];
  cov[1][0] = 0;
  cov[3][0] = 0;
  cov[4][0] = 0;
  cov[2] = [0, cov[3][1], cov[3][3] + YIELD_VARIANCE, cov[3][3], cov[3][4]];
  cov[1][2] = cov[3][1];
  cov[3][2] = cov[3][3];
  cov[4][2] = cov[3][4];
}
