/** Print volume of a month's business day in relation to the year's mean, January first; twelve numbers. */
export type SeasonByMonth = readonly number[];

/** Before a fleet has told: offices go quiet in August, and between Christmas and Epiphany (see `usualSeason`). */
const QUIET = 0.6;

/**
 * The season that is supposed where nothing was learned yet.
 * @param monthDay  'MM-DD'
 */
export function usualSeason(monthDay: string): number {
  const quiet = monthDay.startsWith('08') || monthDay >= '12-22' || monthDay <= '01-06';
  return quiet ? QUIET : 1;
}

/** Days of evidence that the supposed season of a month counts for. */
const SUPPOSED_DEVICE_DAYS = 200;

/** What one device printed in a month, in relation to its own mean of the year. */
export interface MonthSeen {
  /** 0..11 */
  readonly month: number;
  /** impressions per business day in relation to the device's mean, from 0 */
  readonly relative: number;
  /** business days that were counted */
  readonly businessDays: number;
}

/**
 * Season factors that all devices of a branch share: one device's August is noise, a thousand devices' is a season.
 * @param supposed  factors that stand until enough was counted
 */
export function learnSeason(supposed: SeasonByMonth, seen: readonly MonthSeen[]): SeasonByMonth {
  return supposed.map((factor, month) => {
    let sum = factor * SUPPOSED_DEVICE_DAYS;
    let days = SUPPOSED_DEVICE_DAYS;
    for (const each of seen) {
      if (each.month !== month) continue;
      sum += Math.min(5, each.relative) * each.businessDays;
      days += each.businessDays;
    }
    return sum / days;
  });
}
