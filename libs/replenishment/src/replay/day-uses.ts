import type { Day } from '../calendar/activity-calendar';
import type { DeviceSighting } from '../estimate/sighting';

/** What a device used up to the end of a day, since the day before in the list. */
export interface DayUse {
  readonly day: Day;
  readonly impressions: number | null;
  /** points of the gauge by supply; absent where the supply gave no number */
  readonly spent: Readonly<Record<string, number>>;
}

/** From this rise on another cartridge was put in. */
const SWAP_RISE = 12;

/**
 * What the supplies of a device really used, whatever was in them: the falls of their gauges. Where another cartridge
 * was put in, what the new one has lost already counts, what was left in the old one does not.
 * @param sightings  ascending by day
 */
export function dayUsesOf(sightings: readonly DeviceSighting[]): DayUse[] {
  const levels = new Map<string, number>();
  return sightings.map(({ day, impressions, supplies }) => {
    const spent: Record<string, number> = {};
    for (const { supplyId, levelPercent } of supplies) {
      if (levelPercent === null) continue;
      const before = levels.get(supplyId);
      levels.set(supplyId, levelPercent);
      if (before === undefined) spent[supplyId] = 0;
      else if (levelPercent - before >= SWAP_RISE) spent[supplyId] = 100 - levelPercent;
      else spent[supplyId] = Math.max(0, before - levelPercent);
    }
    return { day, impressions, spent };
  });
}
