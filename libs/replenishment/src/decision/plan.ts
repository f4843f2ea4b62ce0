import type { ActivityCalendar, Day } from '../calendar/activity-calendar';
import { type DeviceEstimate, isSettled } from '../estimate/device-estimate';
import type { SupplyEstimate } from '../estimate/supply-state';
import type { LedgerState } from '../ledger';
import type { LeadTimes } from '../stock/lead-time';
import { type OrderedUnit, stockOf } from '../stock/supply-stock';
import { type EmptyRange, emptyBy, emptyRangeOf, forecastOf, riskOfWaiting } from './forecast';
import { type MistakeCosts, earlySwapShare, riskLimitOf } from './risk-limit';

/** Why it was planned so. Codes are added, never reused: they are stored, and each has a sentence for people. */
export const planCodes = [
  'device-not-active',
  'device-not-monitored',
  'nothing-read',
  'already-on-order',
  'spare-on-site',
  'silent',
  'not-needed-before-end',
  'risk-acceptable',
  'ran-out',
  'risk-above-limit',
  'sent-along',
  'level-not-a-number',
  'level-sufficient',
  'level-at-reorder-point',
] as const;
export type PlanCode = (typeof planCodes)[number];

/** What the engine may be told about a branch or a site. */
export interface PlanSettings {
  readonly costs: MistakeCosts;
  /** business days without a sighting after which nothing is ordered and a person looks into the data */
  readonly silentAfterBusinessDays: number;
  /** business days that an order of the same parcel may be early; 0: each supply for itself */
  readonly consolidationBusinessDays: number;
  /**
   * level in percent at which is ordered where a forecast does not carry: the pace is not known yet, or the gauge
   * falls in large steps. Null: a first guess from the catalogue must do
   */
  readonly reorderPercent: number | null;
}

/** What holds until a branch says otherwise. */
export const usualSettings: PlanSettings = {
  costs: { outDay: 60, spareDay: 0.105, earlySwapFactor: 20 },
  silentAfterBusinessDays: 15,
  consolidationBusinessDays: 0,
  reorderPercent: null,
};

/** All that a plan rests on. */
export interface PlanContext {
  readonly device: {
    /** false once retired or collected */
    readonly active: boolean;
    /** connected to the monitoring service */
    readonly monitored: boolean;
    /** end of the contract or day of collection; null when open */
    readonly neededUntil: Day | null;
  };
  /** null: never heard of */
  readonly estimate: DeviceEstimate | null;
  readonly today: Day;
  readonly calendar: ActivityCalendar;
  readonly leadTimes: LeadTimes;
  readonly settings: PlanSettings;
}

/** The facts that led to a plan, as they were. Chances are 0..1. */
export interface PlanInputs {
  readonly ledger: LedgerState;
  readonly readOn: Day | null;
  /** points of the gauge that are believed to be left, and how uncertain that is (one deviation) */
  readonly leftPoints: number | null;
  readonly leftDeviation: number | null;
  /** points that a plain business day costs */
  readonly pointsPerDay: number | null;
  /** chance to be empty before an order of the next business day would arrive */
  readonly risk: number | null;
  readonly riskLimit: number;
  readonly earlySwapShare: number | null;
  /** when it is expected to be empty, four times in five */
  readonly empty: EmptyRange | null;
}

/** What to do about one supply today, and why. */
export interface SupplyPlan {
  readonly supplyId: string;
  readonly action: 'order' | 'wait';
  readonly reason: { readonly code: PlanCode; readonly inputs: PlanInputs };
}

/**
 * Decides about one supply: order when the chance to run out before a later order would arrive exceeds what waiting
 * saves. A supply with an order under way or an unused spare is never ordered.
 * @param orders  everything that was sent for this supply, whoever sent it
 */
export function planSupply(
  supplyId: string,
  orders: readonly OrderedUnit[],
  context: PlanContext,
): SupplyPlan {
  const { estimate, settings, today, calendar, leadTimes } = context;
  const supply = estimate?.supplies[supplyId]?.estimate;
  if (!estimate || !supply) {
    const nothing = { ...unknown, riskLimit: riskLimitOf(settings.costs, 0) };
    return planOf(supplyId, standingCode(context) ?? 'nothing-read', nothing);
  }
  const stock = stockOf(orders, supply, context);
  const forecast = forecastOf(estimate, supply);
  const share = earlySwapShare(estimate);
  const inputs: PlanInputs = {
    ledger: stock.state,
    readOn: supply.readOn,
    leftPoints: forecast.left.mean,
    leftDeviation: Math.sqrt(forecast.left.variance),
    pointsPerDay: forecast.cost.mean * forecast.pace.perDay,
    risk: riskOfWaiting(forecast, today, leadTimes, calendar),
    riskLimit: riskLimitOf(settings.costs, share),
    earlySwapShare: share,
    empty: emptyRangeOf(forecast, today, calendar),
  };
  const before = standingCode(context) ?? stockCode(stock.state);
  if (before) return planOf(supplyId, before, inputs);
  if (calendar.businessDaysIn(estimate.readOn, today) > settings.silentAfterBusinessDays)
    return planOf(supplyId, 'silent', inputs);
  const { neededUntil } = context.device;
  if (neededUntil !== null && emptyBy(forecast, neededUntil, calendar) < NEEDED_CHANCE)
    return planOf(supplyId, 'not-needed-before-end', inputs);
  if (supply.ranOut) return planOf(supplyId, 'ran-out', inputs);
  const byLevel = levelCode(estimate, supply, settings.reorderPercent);
  if (byLevel) return planOf(supplyId, byLevel, inputs);
  return planOf(
    supplyId,
    (inputs.risk ?? 0) > inputs.riskLimit ? 'risk-above-limit' : 'risk-acceptable',
    inputs,
  );
}

/** Steps of a gauge that are too large to see an end coming, in points. */
const COARSE_STEP = 10;

/** Where no forecast carries, the level decides; null where one does. */
function levelCode(
  estimate: DeviceEstimate,
  supply: SupplyEstimate,
  reorderPercent: number | null,
): PlanCode | null {
  if (reorderPercent === null) return null;
  const { levelPercent, stepPoints, condition, swaps } = supply;
  if (levelPercent === null) return condition === 'low' || swaps.length > 0 ? null : 'level-not-a-number';
  const settled = isSettled(estimate, supply);
  if ((!settled || stepPoints >= COARSE_STEP) && levelPercent <= reorderPercent)
    return 'level-at-reorder-point';
  return settled ? null : 'level-sufficient';
}

/** A cartridge that is more likely than not to outlast the contract is the last one. */
const NEEDED_CHANCE = 0.5;

/** Codes that order. */
const ordering: readonly PlanCode[] = ['ran-out', 'risk-above-limit', 'sent-along', 'level-at-reorder-point'];

function planOf(supplyId: string, code: PlanCode, inputs: PlanInputs): SupplyPlan {
  return { supplyId, action: ordering.includes(code) ? 'order' : 'wait', reason: { code, inputs } };
}

function standingCode({ device }: PlanContext): PlanCode | null {
  if (!device.active) return 'device-not-active';
  return device.monitored ? null : 'device-not-monitored';
}

function stockCode(state: LedgerState): PlanCode | null {
  if (state === 'ORDERED' || state === 'SHIPPED') return 'already-on-order';
  return state === 'ON_SITE' ? 'spare-on-site' : null;
}

const unknown: Omit<PlanInputs, 'riskLimit'> = {
  ledger: 'OK',
  readOn: null,
  leftPoints: null,
  leftDeviation: null,
  pointsPerDay: null,
  risk: null,
  earlySwapShare: null,
  empty: null,
};
