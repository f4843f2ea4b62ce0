import fc from 'fast-check';
import { DeviceStory, folding, monday } from '../../test/story';
import type { DeviceSighting } from './sighting';
import { LATE_DAYS, emptyTrack, estimateOf, withSighting } from './track';

/** Level and use of six weeks: mostly plausible, now and then nonsense. */
const weeks = fc.array(
  fc.record({
    level: fc.oneof(
      { weight: 8, arbitrary: fc.constant('falls' as const) },
      { weight: 1, arbitrary: fc.constantFrom(0, 100, null) },
    ),
    printed: fc.integer({ min: 0, max: 400 }),
  }),
  { minLength: 20, maxLength: 42 },
);

function sightingsOf(days: readonly { level: 'falls' | number | null; printed: number }[]): DeviceSighting[] {
  let used = 0;
  return days.map(({ level, printed }, index) => {
    used += printed;
    const falling = Math.max(0, 100 - Math.floor(used / 100));
    const levelPercent = level === 'falls' ? falling : level;
    return {
      day: monday + index,
      readAt: (monday + index) * 864e5,
      impressions: 1000 + used,
      supplies: [{ supplyId: 'K', levelPercent, condition: 'ok', cartridgeSerial: null }],
    };
  });
}

const trackOf = (sightings: readonly DeviceSighting[]) =>
  sightings.reduce((track, sighting) => withSighting(track, sighting, folding), emptyTrack);

describe('C54 what a device said may come late, twice and in any order', () => {
  test('readings up to a week late, each up to three times, give the same state', () => {
    const lateness = fc.array(fc.integer({ min: 0, max: LATE_DAYS }), { minLength: 126, maxLength: 126 });
    fc.assert(
      fc.property(weeks, lateness, (days, late) => {
        const sightings = sightingsOf(days);
        const arrivals = sightings
          .flatMap((sighting, day) =>
            [0, 1, 2].map((copy) => ({ sighting, at: day + (late[day * 3 + copy] ?? 0) })),
          )
          .sort((a, b) => a.at - b.at)
          .map(({ sighting }) => sighting);
        expect(trackOf(arrivals)).toEqual(trackOf(sightings));
      }),
      { numRuns: 60 },
    );
  });

  test('of two readings of one day the later stands, in either order', () => {
    const read = (levelPercent: number, readAt: number): DeviceSighting => ({
      day: monday,
      readAt,
      impressions: null,
      supplies: [{ supplyId: 'K', levelPercent, condition: 'ok', cartridgeSerial: null }],
    });
    const [morning, evening] = [read(21, 1), read(18, 2)] as const;
    for (const order of [
      [morning, evening],
      [evening, morning],
    ])
      expect(estimateOf(trackOf(order), folding)?.supplies.K?.estimate.levelPercent).toBe(18);
  });

  test('a reading older than a week changes nothing', () => {
    const { track } = new DeviceStory().falls(100, 60, 2);
    const old = { day: monday + 1, readAt: 0, impressions: 99, supplies: [] };
    expect(withSighting(track, old, folding)).toBe(track);
  });

  test('a counter that falls is remarked, and nothing is concluded from that interval', () => {
    const story = new DeviceStory().falls(100, 70, 1);
    const before = estimateOf(story.track, folding);
    const after = estimateOf(story.reads({ level: 69, impressions: 3 }).track, folding);
    expect(before?.counterFellOn).toBeNull();
    expect(after?.counterFellOn).toBe(story.supply.readOn);
    expect(after?.volume).toEqual(before?.volume);
    expect(after?.counter?.impressions).toBe(3);
  });
});
