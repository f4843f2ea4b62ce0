import type { ActivityCalendar, Day } from '../calendar/activity-calendar';
import { type Pace, type PrintVolume, noVolume, paceOf, volumeIn, withPrinted } from './print-volume';
import type { DeviceSighting } from './sighting';
import type { UsePrior } from './supply-belief';
import { firstEstimate, nextEstimate } from './supply-estimate';
import type { SupplyEstimate } from './supply-state';
import { dailySpreadOf } from './unsteadiness';

/** What is known of a supply before it is read. */
export interface SupplyFacts {
  readonly supplyId: string;
  /** pages at the coverage of ISO/IEC 19752 or 19798, null when the catalogue does not say */
  readonly ratedYield: number | null;
  /** a color: not every page needs it */
  readonly color: boolean;
}

/** Everything that is known of a device from what it said. */
export interface DeviceEstimate {
  readonly readOn: Day;
  /** newest counter, and when; null when it never told */
  readonly counter: { readonly impressions: number; readonly day: Day } | null;
  /** the counter once fell: board replaced or reset; nothing is concluded from that interval */
  readonly counterFellOn: Day | null;
  readonly volume: PrintVolume;
  /** units used since the first sighting; guessed ones are corrected when the counter is seen again */
  readonly used: number;
  readonly guessedSinceCounter: number;
  readonly supplies: Readonly<Record<string, SuppliedSlot>>;
}

interface SuppliedSlot {
  readonly estimate: SupplyEstimate;
  /** `used` when it was read last */
  readonly usedAtRead: number;
}

/** Without a counter use is counted in activity days. */
export const uncountedPace: Pace = { perDay: 1, dailySpread: 1.3, doubt: 0 };

/** What a unit costs varies from day to day with what is printed: variance relative to a day's cost, squared. */
const COVERAGE_UNEVENNESS = 0.09;
const COUNTED_DRIFT = 0.00001;
const UNCOUNTED_DRIFT = 0.001;

/** True while use is counted in impressions. */
export function isCounted(device: DeviceEstimate): boolean {
  return device.counter !== null;
}

/** Expected use per activity day. */
export function paceOfDevice(device: DeviceEstimate): Pace {
  return isCounted(device) ? (paceOf(device.volume) ?? firstPace) : uncountedPace;
}

/** Activity days that must have been watched before a pace is more than a guess. */
const SETTLED_AFTER = 10;

/** False while how fast a supply is used is no more than a guess from the catalogue. */
export function isSettled(device: DeviceEstimate, { unsteady }: SupplyEstimate): boolean {
  const watched = isCounted(device) ? device.volume.activity : unsteady.activity + unsteady.since;
  return watched >= SETTLED_AFTER;
}

/** A counted device of which only one sighting exists. */
const firstPace: Pace = { perDay: 80, dailySpread: 2, doubt: 1 };

/**
 * Takes a sighting in; it must be of a later day than all before.
 * @param alerts  ids of the supplies that ran out since the sighting before
 */
export function afterSighting(
  before: DeviceEstimate | null,
  sighting: DeviceSighting,
  alerts: ReadonlySet<string>,
  facts: readonly SupplyFacts[],
  calendar: ActivityCalendar,
): DeviceEstimate {
  if (!before) return firstSighting(sighting, facts);
  const counted = isCounted(before);
  const activity = calendar.activity(before.readOn, sighting.day);
  const pace = paceOfDevice(before);
  const { use, ...rest } = useSince(before, sighting, activity, pace, calendar);
  const used = before.used + use;
  const supplies: Record<string, SuppliedSlot> = { ...before.supplies };
  for (const seen of sighting.supplies) {
    const slot = supplies[seen.supplyId];
    if (!slot) {
      supplies[seen.supplyId] = {
        estimate: firstEstimate(sighting.day, seen, priorOf(seen.supplyId, facts, counted)),
        usedAtRead: used,
      };
      continue;
    }
    const units = Math.max(0, used - slot.usedAtRead);
    const days = Math.max(0.03, calendar.activity(slot.estimate.readOn, sighting.day));
    const guessed = counted && rest.guessedSinceCounter > 0;
    const unevenness = !counted
      ? dailySpreadOf(slot.estimate.unsteady) / days
      : COVERAGE_UNEVENNESS / Math.max(1, days) + (guessed ? pace.dailySpread / days : 0);
    const estimate = nextEstimate(slot.estimate, {
      day: sighting.day,
      seen,
      alerted: alerts.has(seen.supplyId),
      units,
      unevenness,
      activity: days,
      drift: (counted ? COUNTED_DRIFT : UNCOUNTED_DRIFT) * days,
      businessDays: calendar.businessDaysIn(slot.estimate.readOn, sighting.day),
    });
    supplies[seen.supplyId] = { estimate, usedAtRead: used };
  }
  return { ...before, ...rest, readOn: sighting.day, used, supplies };
}

function firstSighting(sighting: DeviceSighting, facts: readonly SupplyFacts[]): DeviceEstimate {
  const { day, impressions } = sighting;
  const counted = impressions !== null;
  return {
    readOn: day,
    counter: counted ? { impressions, day } : null,
    counterFellOn: null,
    volume: noVolume,
    used: 0,
    guessedSinceCounter: 0,
    supplies: Object.fromEntries(
      sighting.supplies.map((seen) => [
        seen.supplyId,
        { estimate: firstEstimate(day, seen, priorOf(seen.supplyId, facts, counted)), usedAtRead: 0 },
      ]),
    ),
  };
}

type Use = Pick<DeviceEstimate, 'counter' | 'counterFellOn' | 'volume' | 'guessedSinceCounter'> & {
  readonly use: number;
};

function useSince(
  before: DeviceEstimate,
  { day, impressions }: DeviceSighting,
  activity: number,
  pace: Pace,
  calendar: ActivityCalendar,
): Use {
  const { counter, counterFellOn, volume, guessedSinceCounter } = before;
  if (!counter) return { counter, counterFellOn, volume, guessedSinceCounter: 0, use: activity };
  const guess = volumeIn(pace, activity).mean;
  if (impressions === null)
    return { counter, counterFellOn, volume, guessedSinceCounter: guessedSinceCounter + guess, use: guess };
  const printed = impressions - counter.impressions;
  const anchor = { impressions, day };
  if (printed < 0) return { counter: anchor, counterFellOn: day, volume, guessedSinceCounter: 0, use: guess };
  const since = calendar.activity(counter.day, day);
  return {
    counter: anchor,
    counterFellOn,
    volume: withPrinted(volume, printed, Math.max(since, 1e-3)),
    guessedSinceCounter: 0,
    use: printed - guessedSinceCounter,
  };
}

/** Points per impression from the rated yield; without a counter, points per day of a cartridge that lasts half a year. */
function priorOf(supplyId: string, facts: readonly SupplyFacts[], counted: boolean): UsePrior {
  if (!counted) return { points: 1, spread: 1 };
  const known = facts.find((each) => each.supplyId === supplyId);
  const points = (100 / (known?.ratedYield ?? 8000)) * (known?.color ? 0.6 : 1.05);
  return { points, spread: 0.5 * points };
}
