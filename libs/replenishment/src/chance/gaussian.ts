import { truncated } from './distributions';

/** The axes of the belief about one supply; see `SupplyBelief`. */
export const axes = [0, 1, 2, 3, 4] as const;
export type Axis = (typeof axes)[number];
/** One number per axis. */
export type Five = [number, number, number, number, number];

/** What is believed of five quantities that hang together: their means, and how they vary with each other. */
export interface Gaussian {
  readonly mean: Five;
  readonly cov: [Five, Five, Five, Five, Five];
}

/** Five independent quantities. */
export function independent(mean: Five, variances: Five): Gaussian {
  const row = (axis: Axis): Five => {
    const zeros: Five = [0, 0, 0, 0, 0];
    zeros[axis] = variances[axis];
    return zeros;
  };
  return { mean: [...mean], cov: [row(0), row(1), row(2), row(3), row(4)] };
}

/** A copy that may be changed. */
export function copyOf({ mean, cov }: Gaussian): Gaussian {
  return { mean: [...mean], cov: [[...cov[0]], [...cov[1]], [...cov[2]], [...cov[3]], [...cov[4]]] };
}

/** Mean of a weighted sum of the axes. */
export function meanOf({ mean }: Gaussian, weights: Five): number {
  return (
    weights[0] * mean[0] +
    weights[1] * mean[1] +
    weights[2] * mean[2] +
    weights[3] * mean[3] +
    weights[4] * mean[4]
  );
}

/** Variance of a weighted sum of the axes, never below a hair. */
export function varianceOf(belief: Gaussian, weights: Five): number {
  const along = covarianceWith(belief, weights);
  let sum = 0;
  for (const axis of axes) sum += weights[axis] * along[axis];
  return Math.max(1e-9, sum);
}

/** Covariance of each axis with a weighted sum of them. */
export function covarianceWith({ cov }: Gaussian, w: Five): Five {
  const along: Five = [0, 0, 0, 0, 0];
  for (const axis of axes) {
    const row = cov[axis];
    along[axis] = row[0] * w[0] + row[1] * w[1] + row[2] * w[2] + row[3] * w[3] + row[4] * w[4];
  }
  return along;
}

/**
 * Takes in that a weighted sum of the axes lies between two bounds, `noise` being the variance of that observation.
 * Changes the belief in place: the caller owns the copy.
 */
export function learn(belief: Gaussian, weights: Five, low: number, high: number, noise: number): void {
  const along = covarianceWith(belief, weights);
  let variance = noise;
  for (const axis of axes) variance += weights[axis] * along[axis];
  if (variance < 1e-9) return;
  const before = { mean: meanOf(belief, weights), variance };
  const after = truncated(before, low, high);
  const shift = (after.mean - before.mean) / variance;
  const shrink = (variance - after.variance) / (variance * variance);
  for (const axis of axes) {
    belief.mean[axis] += along[axis] * shift;
    const row = belief.cov[axis];
    for (const other of axes) row[other] -= along[axis] * along[other] * shrink;
  }
}
