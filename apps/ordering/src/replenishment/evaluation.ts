import type { BranchSettings } from '@platen/contracts';
import type { Tx } from '@platen/platform';
import {
  type ActivityCalendar,
  type Day,
  type DeviceEstimate,
  type DeviceTrack,
  type FoldContext,
  type LeadTimes,
  type OrderedUnit,
  type SupplyPlan,
  estimateOf,
  leadTimesOf,
  planParcel,
  stockOf,
} from '@platen/replenishment';
import type { KnownDeviceEntity } from '../projections/known-device.entity';
import type { LockedTrack } from './device-track';
import { type SuppliedUnit, orderedUnitsOf } from './ordered-units';
import { activityCalendarOf, dayAt } from './place-calendar';
import { supplyFactsOf } from './rated-yields';
import type { SupplyLedger } from './supply-ledger';
import type { KnownReplenishment } from './known-replenishment';
import { type ReplenishmentSettings, planSettingsOf, settingsForSite } from './replenishment-settings';

/** A device about to be decided on: its track is locked, its branch's days and settings are at hand. */
export interface Evaluation {
  readonly device: KnownDeviceEntity;
  readonly branch: BranchSettings;
  readonly settings: ReplenishmentSettings;
  readonly now: Date;
  readonly today: Day;
  readonly calendar: ActivityCalendar;
  readonly leadTimes: LeadTimes;
  readonly locked: LockedTrack;
  readonly ledgers: readonly SupplyLedger[];
  readonly folding: FoldContext;
  readonly units: ReadonlyMap<string, readonly SuppliedUnit[]>;
}

/** Gathers what decisions about a device rest on. */
export async function prepareEvaluation(
  tx: Tx,
  { branch, settings, season, leadDays }: KnownReplenishment,
  given: Pick<Evaluation, 'device' | 'now' | 'locked' | 'ledgers'>,
): Promise<Evaluation> {
  const { device, now, locked, ledgers } = given;
  const supplies = ledgers.map(({ supply }) => supply);
  const calendar = activityCalendarOf(branch, season);
  const today = dayAt(now, branch);
  return {
    ...given,
    branch,
    settings: settingsForSite(settings, device.site.siteId, branch.ordering.reorderPercent),
    today,
    calendar,
    leadTimes: leadTimesFor(branch, leadDays),
    folding: { calendar, facts: await supplyFactsOf(tx, device, supplies) },
    units: await orderedUnitsOf(tx, device, supplies, {
      now,
      heardSince: locked.heardSince ?? today,
      dayOf: (instant) => dayAt(instant, branch),
    }),
  };
}

/**
 * How long parcels of a branch take: what it promises, moved by what happened. Morning orders come a day before
 * afternoon ones, and it is not known yet when the next one will be placed.
 */
export function leadTimesFor({ ordering }: BranchSettings, happened: readonly number[]): LeadTimes {
  const { deliveryDaysBeforeCutOff, deliveryDaysAfterCutOff } = ordering;
  return leadTimesOf(
    [
      [deliveryDaysBeforeCutOff, 0.6],
      [deliveryDaysAfterCutOff, 0.4],
    ],
    happened,
  );
}

/**
 * Orders that came without anybody saying so: their cartridge has been seen in the device.
 * @returns ids of orders that are open although all that they held was put in
 */
export function arrivedUnreported(evaluation: Evaluation, track: DeviceTrack): string[] {
  const estimate = estimateOf(track, evaluation.folding);
  const arrived = new Map<string, boolean>();
  for (const [supplyId, units] of evaluation.units) {
    const supply = estimate?.supplies[supplyId]?.estimate;
    if (!supply) continue;
    const { units: found } = stockOf(units, supply, evaluation);
    for (const unit of units.filter(({ live }) => live)) {
      const installed = found.find(({ orderId }) => orderId === unit.orderId)?.state === 'INSTALLED';
      arrived.set(unit.supplyOrderId, installed && arrived.get(unit.supplyOrderId) !== false);
    }
  }
  return [...arrived].filter(([, all]) => all).map(([orderId]) => orderId);
}

/** The engine's plans for the supplies of a device, in the order of its ledgers. */
export function plansFor(
  { device, settings, today, calendar, leadTimes, locked, ledgers, units }: Evaluation,
  estimate: DeviceEstimate | null,
): SupplyPlan[] {
  const supplies = ledgers.map(({ supply: { id } }) => ({
    supplyId: id,
    orders: (units.get(id) ?? []) satisfies readonly OrderedUnit[],
  }));
  return planParcel(supplies, {
    device: { active: device.active, monitored: device.monitored, neededUntil: locked.stopsOn },
    estimate,
    today,
    calendar,
    leadTimes,
    settings: planSettingsOf(settings),
  });
}

/** Business days for which a cancelled order keeps the engine from ordering the same again. */
const CANCELLED_HOLDS = 5;

/** Somebody did not want the last one: ordering it again at once would be a quarrel. */
export function cancelledLately({ units, calendar, today }: Evaluation, supplyId: string): boolean {
  const newest = units.get(supplyId)?.at(-1);
  return newest?.cancelledOn != null && calendar.businessDaysIn(newest.cancelledOn, today) < CANCELLED_HOLDS;
}
