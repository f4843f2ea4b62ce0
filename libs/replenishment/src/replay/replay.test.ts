import { calendar, folding, leadTimes, monday } from '../../test/story';
import { usualSettings } from '../decision/plan';
import type { DeviceSighting } from '../estimate/sighting';
import { dayUsesOf } from './day-uses';
import { replay } from './replay';

/** A device that uses so many points each business day, its cartridge changed whenever it is empty. */
function history(days: number, perDay: number): DeviceSighting[] {
  let used = 0;
  return Array.from({ length: days }, (_, index) => {
    if (calendar.isBusinessDay(monday + index)) used += perDay;
    const levelPercent = 100 - (Math.round(used) % 100);
    return {
      day: monday + index,
      readAt: (monday + index) * 864e5,
      impressions: 50_000 + Math.round(used * 100),
      supplies: [{ supplyId: 'K', levelPercent, condition: 'unknown', cartridgeSerial: null }],
    };
  });
}

const context = { ...folding, leadTimes, settings: { ...usualSettings, reorderPercent: 20 } };

test('what was used is told by the falls of the gauge, whoever changed the cartridge', () => {
  const levels = [50, 40, 41, 95, 90];
  const sightings = levels.map((levelPercent, day) => ({
    day,
    readAt: day,
    impressions: null,
    supplies: [{ supplyId: 'K', levelPercent, condition: 'unknown' as const, cartridgeSerial: null }],
  }));
  expect(dayUsesOf(sightings).map(({ spent }) => spent.K)).toEqual([0, 10, 0, 5, 5]);
});

test('a year lived through again orders as many cartridges as were used, and never runs empty', () => {
  const { orders, emptyDays, spareWaits } = replay(history(364, 2), context);
  expect(orders.length).toBeGreaterThanOrEqual(5);
  expect(orders.length).toBeLessThanOrEqual(6);
  expect(emptyDays).toBe(0);
  expect(Math.max(...spareWaits)).toBeLessThan(25);
});

test('who accepts a higher risk has spares lie there for a shorter time', () => {
  const waitOf = (riskPercent: number) => {
    const costs = { ...usualSettings.costs, spareDay: (usualSettings.costs.outDay * riskPercent) / 100 };
    const { spareWaits } = replay(history(364, 2), { ...context, settings: { ...context.settings, costs } });
    return spareWaits.reduce((sum, wait) => sum + wait, 0) / spareWaits.length;
  };
  expect(waitOf(10)).toBeLessThan(waitOf(0.05));
});

test('parcels that take too long for the pace leave it empty, and that is counted', () => {
  const slow = [[15, 1]] as const;
  const fast = replay(history(120, 12), { ...context, leadTimes: slow });
  expect(fast.emptyDays).toBeGreaterThan(0);
});

test('nothing is made of a device that gave no numbers, or of no history', () => {
  const silent = history(30, 1).map((sighting) => ({
    ...sighting,
    supplies: sighting.supplies.map((supply) => ({ ...supply, levelPercent: null })),
  }));
  const nothing = { orders: [], emptyDays: 0, spareWaits: [] };
  expect(replay(silent, context)).toEqual(nothing);
  expect(replay([], context)).toEqual(nothing);
});
