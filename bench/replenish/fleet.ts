import {
  ActivityCalendar,
  type DeviceSighting,
  type DeviceTrack,
  type FoldContext,
  type PlanContext,
  type SupplyPlan,
  emptyTrack,
  estimateOf,
  leadTimesOf,
  planParcel,
  usualSettings,
  withSighting,
} from '@platen/replenishment';

/** Monday, 5 January 2026. */
const FIRST_DAY = 20458;
/** Days of history that each device has before it is evaluated. */
const HISTORY_DAYS = 120;
const SUPPLIES = ['K', 'C', 'M', 'Y'];

const calendar = new ActivityCalendar(
  { isBusinessDay: (day) => (day + 3) % 7 < 5, season: () => 1 },
  FIRST_DAY,
);
const folding: FoldContext = {
  facts: SUPPLIES.map((supplyId) => ({ supplyId, ratedYield: 9000, color: supplyId !== 'K' })),
  calendar,
};
const leadTimes = leadTimesOf(
  [
    [2, 0.6],
    [3, 0.4],
  ],
  [],
);

/** A device with a history, as a store would keep it. */
export function deviceWithHistory(seed: number): DeviceTrack {
  let track = emptyTrack;
  for (let day = 0; day < HISTORY_DAYS; day++) track = withSighting(track, sightingOf(seed, day), folding);
  return track;
}

/** The day after: a new reading comes, and all four supplies are decided anew. */
export function reevaluate(track: DeviceTrack, seed: number): SupplyPlan[] {
  const context: PlanContext = {
    device: { active: true, monitored: true, neededUntil: null },
    estimate: estimateOf(withSighting(track, sightingOf(seed, HISTORY_DAYS), folding), folding),
    today: FIRST_DAY + HISTORY_DAYS,
    calendar,
    leadTimes,
    settings: usualSettings,
  };
  return planParcel(
    SUPPLIES.map((supplyId) => ({ supplyId, orders: [] })),
    context,
  );
}

/** Falls of half a point to four points a day, differently for each device and color. */
function sightingOf(seed: number, day: number): DeviceSighting {
  const impressions = 1000 + day * (60 + (seed % 50) * 8) + ((day * 7919 + seed) % 40);
  const supplies = SUPPLIES.map((supplyId, color) => {
    const spent = (impressions / (70 + color * 25)) % 100;
    const levelPercent = Math.ceil(100 - spent);
    return {
      supplyId,
      levelPercent,
      condition: levelPercent < 12 ? ('low' as const) : ('ok' as const),
      cartridgeSerial: null,
    };
  });
  return { day: FIRST_DAY + day, readAt: (FIRST_DAY + day) * 864e5, impressions, supplies };
}

/** Supplies of a device. */
export const suppliesPerDevice = SUPPLIES.length;
