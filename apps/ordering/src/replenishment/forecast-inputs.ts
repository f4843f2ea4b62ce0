import {
  type DeviceEstimate,
  type PlanCode,
  type SupplyPlan,
  forecastOf,
  isSettled,
  orderDayOf,
  reorderPointOf,
} from '@platen/replenishment';
import type { Evaluation } from './evaluation';
import { localDayOf } from './place-calendar';
import type { ForecastInputs } from './reason-inputs';

/** Decided by the level alone: what a forecast would say is no more than a guess. */
const byLevel: readonly PlanCode[] = ['level-sufficient', 'level-at-reorder-point', 'level-not-a-number'];

/** What is expected of a supply, as it is stored and shown; null while too little of it has been watched. */
export function forecastInputsOf(
  { supplyId, reason: { code, inputs } }: SupplyPlan,
  estimate: DeviceEstimate | null,
  { today, leadTimes, calendar }: Evaluation,
): ForecastInputs | null {
  const { leftPoints, pointsPerDay, risk, riskLimit, empty } = inputs;
  const supply = estimate?.supplies[supplyId]?.estimate;
  if (!estimate || !supply || leftPoints === null || pointsPerDay === null || risk === null || !empty)
    return null;
  if (!isSettled(estimate, supply) && (byLevel.includes(code) || supply.swaps.length === 0)) return null;
  const forecast = forecastOf(estimate, supply);
  const orderLikely = orderDayOf(forecast, today, leadTimes, calendar, riskLimit);
  return {
    leftPercent: rounded(Math.min(100, Math.max(0, leftPoints)), 1),
    percentPerDay: rounded(pointsPerDay, 3),
    riskPercent: rounded(risk * 100, 2),
    riskLimitPercent: rounded(riskLimit * 100, 2),
    emptyFrom: localDayOf(empty.earliest),
    emptyLikely: localDayOf(empty.likely),
    emptyTo: empty.latest === null ? null : localDayOf(empty.latest),
    reorderAtPercent: rounded(reorderPointOf(forecast, today, leadTimes, calendar, riskLimit), 1),
    orderLikely: orderLikely === null ? null : localDayOf(orderLikely),
  };
}

function rounded(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
