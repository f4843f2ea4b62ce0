import type { LevelState } from './poll';

/** How full: the state and, for `percent` alone, a number. */
export interface Level {
  levelState: LevelState;
  levelPercent: number | null;
}

/**
 * Level of a supply from prtMarkerSuppliesLevel and prtMarkerSuppliesMaxCapacity.
 *
 * A percentage needs a level of 0 or more on a scale above 0. The codes are states: -3 some left (or some
 * space left), -2 unknown, -1 no restriction. A real level without a scale (capacity -2) is unscaled, and so is a
 * level above its capacity (150 of 100): one of the two numbers is not what it claims to be.
 * @returns whole percent, because devices count in steps of 1 to 10 and a decimal would promise more
 * @see     RFC 3805, prtMarkerSuppliesLevel
 */
export function supplyLevel(level: number | undefined, capacity: number | undefined): Level {
  if (level === -3) return state('some');
  if (level === -1) return state('unrestricted');
  if (level === undefined || level < 0) return state('unknown');
  if (capacity === undefined || capacity <= 0 || level > capacity) return state('unscaled');
  return percentLevel((100 * level) / capacity);
}

/** A level that the device itself gives in percent; `unknown` outside 0..100. */
export function percentLevel(percent: number): Level {
  if (!(percent >= 0 && percent <= 100)) return state('unknown');
  return { levelState: 'percent', levelPercent: Math.round(percent) };
}

/** A level without a number. */
export function state(levelState: Exclude<LevelState, 'percent'>): Level {
  return { levelState, levelPercent: null };
}
