/** Chance that a standard normal value is below `z`; error under 1e-7 (Abramowitz and Stegun 26.2.17). */
export function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = normalDensity(z) * series;
  return z > 0 ? 1 - tail : tail;
}

/** Density of a standard normal value. */
export function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / 2.5066282746310002;
}

/** A mean and a variance. */
export interface Moments {
  readonly mean: number;
  readonly variance: number;
}

/**
 * Mean and variance of a normal value of which one learns that it lies between two bounds.
 * Where the bounds are all but impossible the value is put to the nearer one.
 */
export function truncated(of: Moments, low: number, high: number): Moments {
  const sd = Math.sqrt(of.variance);
  const a = (low - of.mean) / sd;
  const b = (high - of.mean) / sd;
  const mass = normalBelow(b) - normalBelow(a);
  if (mass < 1e-6) {
    const mean = of.mean < low ? low : high;
    return { mean, variance: Math.min(of.variance, 0.25 * of.variance + 0.01) };
  }
  const densityA = Number.isFinite(a) ? normalDensity(a) : 0;
  const densityB = Number.isFinite(b) ? normalDensity(b) : 0;
  const shift = (densityA - densityB) / mass;
  const spread = ((Number.isFinite(a) ? a * densityA : 0) - (Number.isFinite(b) ? b * densityB : 0)) / mass;
  return {
    mean: of.mean + sd * shift,
    variance: of.variance * Math.min(1, Math.max(1e-3, 1 + spread - shift * shift)),
  };
}

/** The value of a gamma distribution with these moments at a standard normal score (Wilson and Hilferty's cube root). */
export function gammaAt(score: number, { mean, variance }: Moments): number {
  const ninth = variance / (9 * mean * mean);
  return mean * Math.max(0, 1 - ninth + score * Math.sqrt(ninth)) ** 3;
}
