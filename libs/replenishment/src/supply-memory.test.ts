import fc from 'fast-check';
import type { Level, Reading } from './reading';
import { type Observation, emptyMemory, observe } from './supply-memory';

/** A reading of minute `minute`: a number is a percentage, a text a state without number. */
function read(
  minute: number,
  level: number | 'some' | 'unknown',
  cartridgeSerial: string | null = null,
): Reading {
  const asLevel: Level = typeof level === 'number' ? { state: 'percent', percent: level } : { state: level };
  return { readAt: new Date(Date.UTC(2026, 10, 21, 0, minute)), level: asLevel, cartridgeSerial };
}

function afterAll(...readings: Reading[]): Observation {
  let observation: Observation = { memory: emptyMemory, news: false, swap: null };
  for (const reading of readings) observation = observe(observation.memory, reading);
  return observation;
}

describe('a supply remembers its readings', () => {
  test('the first reading is believed', () => {
    const only = read(1, 9);
    expect(afterAll(only)).toEqual({
      news: true,
      swap: null,
      memory: { accepted: only, unconfirmed: null, latest: only },
    });
  });

  test.each([
    ['a fall of 45 points is believed', [80, 35], 35, null],
    ['a fall of 46 points waits', [80, 34], 80, 34],
    ['a fall is believed when the next reading agrees', [80, 34, 33], 33, null],
    ['a single 0 between plausible values is forgotten', [80, 0, 79], 79, null],
    ['a rise of 11 points is a gauge that wavers', [50, 61], 61, null],
    ['a rise of 12 points waits', [50, 62], 50, 62],
    ['a single 100 between plausible values is forgotten', [20, 100, 19], 19, null],
    ['a jump down after a jump up forgets the first', [50, 100, 2], 50, 2],
  ])('%s', (_, levels, accepted, unconfirmed) => {
    const { memory } = afterAll(...levels.map((level, minute) => read(minute, level)));
    expect(memory.accepted?.level).toEqual({ state: 'percent', percent: accepted });
    expect(memory.unconfirmed?.level ?? null).toEqual(
      unconfirmed === null ? null : { state: 'percent', percent: unconfirmed },
    );
  });

  test('a rise that the next reading confirms is a swap, seen at the first of the two', () => {
    const rise = read(2, 100);
    expect(afterAll(read(1, 4), rise, read(3, 99)).swap).toEqual({
      evidence: 'rise',
      seenAt: rise.readAt,
      residuePercent: 4,
    });
    expect(afterAll(read(1, 4), rise).swap).toBeNull();
  });

  test('a new serial number proves a swap at once, whatever the level says', () => {
    expect(afterAll(read(1, 40, 'A'), read(2, 41, 'B')).swap).toMatchObject({
      evidence: 'serial',
      residuePercent: 40,
    });
    expect(afterAll(read(1, 40, 'A'), read(2, 'unknown', 'B')).swap).toMatchObject({ evidence: 'serial' });
    expect(afterAll(read(1, 40, 'A'), read(2, 39), read(3, 38, 'A')).swap).toBeNull();
    expect(afterAll(read(1, 40, 'A'), read(2, 39), read(3, 38, 'B')).swap).toMatchObject({
      evidence: 'serial',
    });
  });

  test('a level without number neither confirms nor denies', () => {
    const { memory } = afterAll(read(1, 80), read(2, 10), read(3, 'some'));
    expect(memory.accepted?.level).toEqual({ state: 'percent', percent: 80 });
    expect(memory.unconfirmed?.level).toEqual({ state: 'percent', percent: 10 });
    expect(memory.latest?.level).toEqual({ state: 'some' });
  });

  test('C54 a repeat and an older reading change nothing', () => {
    const { memory } = afterAll(read(5, 30), read(6, 90));
    for (const old of [read(5, 30), read(6, 90), read(4, 2), read(5, 1)]) {
      expect(observe(memory, old)).toEqual({ memory, news: false, swap: null });
    }
  });

  test('C54 a late reading between two shows that a fall was no jump', () => {
    const { memory } = afterAll(read(1, 80), read(9, 20), read(5, 50));
    expect(memory.accepted).toEqual(read(9, 20));
    expect(memory.unconfirmed).toBeNull();
  });

  test('C54 in any order, each three times, the newest of gently falling readings is believed in the end', () => {
    const readings = Array.from({ length: 40 }, (_, minute) => read(minute, 60 - minute));
    const shuffled = fc.shuffledSubarray([...readings, ...readings, ...readings], { minLength: 120 });
    fc.assert(
      fc.property(shuffled, (order) => {
        const { memory } = afterAll(...order);
        expect(memory).toEqual({ accepted: readings.at(-1), unconfirmed: null, latest: readings.at(-1) });
      }),
    );
  });
});
