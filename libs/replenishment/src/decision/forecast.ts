import type { ActivityCalendar, Day } from '../calendar/activity-calendar';
import { type Moments, gammaAt, normalBelow } from '../chance/distributions';
import { covarianceWith, meanOf, varianceOf } from '../chance/gaussian';
import { type DeviceEstimate, isCounted, paceOfDevice } from '../estimate/device-estimate';
import { type Pace, volumeIn } from '../estimate/print-volume';
import { remaining } from '../estimate/supply-belief';
import { beliefNow } from '../estimate/supply-estimate';
import type { SupplyEstimate } from '../estimate/supply-state';
import { dailySpreadOf } from '../estimate/unsteadiness';

/** How long a supply lasts, as a distribution: everything that the chances below are computed from. */
export interface Forecast {
  readonly readOn: Day;
  /** points left when it was read, before one knows that it was not empty */
  readonly left: Moments;
  /** points per unit of use, and how that hangs together with what is left */
  readonly cost: Moments & { readonly covariance: number };
  readonly pace: Pace;
}

/** The forecast of a supply from what was seen of it and its device. */
export function forecastOf(device: DeviceEstimate, supply: SupplyEstimate): Forecast {
  const belief = beliefNow(supply);
  const known = { mean: meanOf(belief, remaining), variance: varianceOf(belief, remaining) };
  return {
    readOn: supply.readOn,
    left: supply.ranOut ? { mean: 0, variance: 1e-6 } : known,
    cost: {
      mean: Math.max(1e-9, belief.mean[1]),
      variance: belief.cov[1][1],
      covariance: covarianceWith(belief, remaining)[1],
    },
    pace: isCounted(device)
      ? paceOfDevice(device)
      : { perDay: 1, dailySpread: dailySpreadOf(supply.unsteady), doubt: 0 },
  };
}

/** Gauss-Hermite nodes and weights for a standard normal value. */
const nodes = [
  [-3.750439717725742, 0.000548268858737],
  [-2.366759410734541, 0.030757123967586],
  [-1.154405394739968, 0.240123178605013],
  [0, 0.457142857142857],
  [1.154405394739968, 0.240123178605013],
  [2.366759410734541, 0.030757123967586],
  [3.750439717725742, 0.000548268858737],
] as const;

/** Chance that the supply is empty after so many activity days from its last reading. */
export function emptyWithin(forecast: Forecast, activity: number): number {
  const { left, cost } = forecast;
  if (left.variance < 1e-5) return 1;
  if (activity <= 0) return 0;
  const volume = volumeIn(forecast.pace, activity);
  const mean = cost.mean * volume.mean;
  const unsteady = cost.mean ** 2 * volume.variance + cost.variance * (volume.mean ** 2 + volume.variance);
  const variance = Math.max(0.2 * unsteady, unsteady - 2 * cost.covariance * volume.mean);
  const deviation = Math.sqrt(left.variance);
  const already = normalBelow(-left.mean / deviation);
  const notYet = Math.max(1e-9, 1 - already);
  let chance = 0;
  for (const [score, weight] of nodes) {
    const spent = gammaAt(score, { mean, variance });
    chance += weight * Math.max(0, normalBelow((spent - left.mean) / deviation) - already);
  }
  return Math.min(1, chance / notYet);
}

/** Chance that the supply is empty at the end of a day. */
export function emptyBy(forecast: Forecast, day: Day, calendar: ActivityCalendar): number {
  return emptyWithin(forecast, calendar.activity(forecast.readOn, day));
}

/** When a supply is expected to be empty: the range that holds four times in five, and its middle. */
export interface EmptyRange {
  readonly earliest: Day;
  readonly likely: Day;
  /** null: not within two years */
  readonly latest: Day | null;
}

/** Days that forecasts look ahead. */
const HORIZON = 730;

/** Days on which the chance to be empty reaches 10, 50 and 90 percent; none of them before `today`. */
export function emptyRangeOf(forecast: Forecast, today: Day, calendar: ActivityCalendar): EmptyRange {
  const reached = (chance: number) => dayOfChance(forecast, today, chance, calendar);
  return {
    earliest: reached(0.1) ?? today + HORIZON,
    likely: reached(0.5) ?? today + HORIZON,
    latest: reached(0.9),
  };
}

function dayOfChance(forecast: Forecast, today: Day, chance: number, calendar: ActivityCalendar): Day | null {
  if (emptyBy(forecast, today + HORIZON, calendar) < chance) return null;
  let [before, until] = [today - 1, today + HORIZON];
  for (let reach = 8; reach < HORIZON; reach *= 2) {
    if (emptyBy(forecast, today + reach, calendar) < chance) before = today + reach;
    else {
      until = today + reach;
      break;
    }
  }
  while (until - before > 1) {
    const middle = (before + until) >> 1;
    if (emptyBy(forecast, middle, calendar) < chance) before = middle;
    else until = middle;
  }
  return until;
}

/** Chance to be empty before an order placed one business day later than today would arrive. */
export function riskOfWaiting(
  forecast: Forecast,
  today: Day,
  leadTimes: readonly (readonly [number, number])[],
  calendar: ActivityCalendar,
): number {
  let risk = 0;
  for (const [days, weight] of leadTimes)
    risk += weight * emptyBy(forecast, calendar.businessDayAfter(today, days), calendar);
  return risk;
}

/**
 * What is left, in points, when waiting another day becomes too risky: below it an order is due. It moves with the pace.
 * @returns 0..100; 100 where even a full cartridge would not last until a delivery
 */
export function reorderPointOf(
  forecast: Forecast,
  today: Day,
  leadTimes: readonly (readonly [number, number])[],
  calendar: ActivityCalendar,
  riskLimit: number,
): number {
  const riskAt = (mean: number) =>
    riskOfWaiting(
      { ...forecast, readOn: today, left: { mean, variance: forecast.left.variance } },
      today,
      leadTimes,
      calendar,
    );
  let [below, above] = [0, 100];
  if (riskAt(above) > riskLimit) return above;
  while (above - below > 0.5) {
    const middle = (below + above) / 2;
    if (riskAt(middle) > riskLimit) below = middle;
    else above = middle;
  }
  return above;
}

/** The day on which waiting becomes too risky if all goes on as it does; null: not within two years. */
export function orderDayOf(
  forecast: Forecast,
  today: Day,
  leadTimes: readonly (readonly [number, number])[],
  calendar: ActivityCalendar,
  riskLimit: number,
): Day | null {
  const due = (day: Day) => riskOfWaiting(forecast, day, leadTimes, calendar) > riskLimit;
  if (due(today)) return today;
  if (!due(today + HORIZON)) return null;
  let [before, until] = [today, today + HORIZON];
  while (until - before > 1) {
    const middle = (before + until) >> 1;
    if (due(middle)) until = middle;
    else before = middle;
  }
  return until;
}
