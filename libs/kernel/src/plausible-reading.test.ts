import fc from 'fast-check';
import {
  type CounterPast,
  type CounterPoint,
  expectedRange,
  judgeReading,
  usualPace,
} from './plausible-reading';

const DAY = 86_400_000;
const NOW = new Date('2026-11-20T10:00:00Z');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY);
const past = (rest: Partial<CounterPast> = {}): CounterPast => ({
  before: { value: 12_000, at: daysAgo(30) },
  after: null,
  pace: { slow: 20, fast: 400 },
  digits: null,
  closedBefore: null,
  ...rest,
});
const judged = (value: number, rest: Partial<CounterPast> = {}, at = NOW) =>
  judgeReading(past(rest), { value, at }, NOW);

describe('one value', () => {
  const later: CounterPoint = { value: 14_000, at: daysAgo(1) };
  test.each<[string, ReturnType<typeof judged>, () => ReturnType<typeof judged>]>([
    ['an ordinary month', 'fits', () => judged(15_000)],
    ['the highest expected one', 'fits', () => judged(12_000 + 400 * 33 + 100)],
    ['one more than that', 'high', () => judged(12_000 + 400 * 33 + 101)],
    ['the lowest expected one', 'fits', () => judged(12_000 + 20 * 16)],
    ['the last value again after a month', 'low', () => judged(12_000)],
    ['one below the last', 'fell', () => judged(11_999)],
    ['a million more', 'jump', () => judged(1_012_000)],
    [
      'a million more on a press that makes it in a month',
      'fits',
      () => judged(1_012_000, { pace: { slow: 20_000, fast: 60_000 } }),
    ],
    ['the same value of the same instant', 'known', () => judged(12_000, {}, daysAgo(30))],
    ['another value of the same instant', 'other_value', () => judged(12_001, {}, daysAgo(30))],
    ['ten minutes ahead', 'fits', () => judged(15_000, {}, new Date(NOW.getTime() + 600_000))],
    ['eleven minutes ahead', 'future', () => judged(15_000, {}, new Date(NOW.getTime() + 660_000))],
    ['two years ago', 'too_old', () => judged(15_000, { before: null }, daysAgo(730))],
    [
      'the last closed moment',
      'closed',
      () => judged(12_100, { closedBefore: daysAgo(10) }, new Date(daysAgo(10).getTime() - 1)),
    ],
    ['the first open moment', 'fits', () => judged(12_400, { closedBefore: daysAgo(10) }, daysAgo(10))],
    ['six digits on a display of five', 'too_long', () => judged(100_000, { digits: 5 })],
    ['thirteen digits', 'too_long', () => judged(1_000_000_000_000)],
    ['in between two others', 'fits', () => judged(13_900, { after: later }, daysAgo(3))],
    ['above a later one', 'above_later', () => judged(14_001, { after: later }, daysAgo(3))],
    ['the first value of all', 'fits', () => judged(250_000, { before: null, pace: null })],
    ['a first value of ten million', 'high', () => judged(10_000_000, { before: null, pace: null })],
    ['a second value without a pace', 'fits', () => judged(60_000, { pace: null })],
  ])('%s: %s', (_, verdict, judge) => {
    expect(judge()).toBe(verdict);
  });
});

describe('the usual pace', () => {
  const monthly = (volumes: readonly number[]): CounterPoint[] => {
    let value = 5000;
    return [5000, ...volumes.map((volume) => (value += volume))].map((at, index) => ({
      value: at,
      at: daysAgo(30 * (volumes.length - index)),
    }));
  };

  test('is unknown without an interval of a week', () => {
    expect(usualPace([])).toBeNull();
    expect(usualPace([{ value: 1, at: NOW }])).toBeNull();
    expect(
      usualPace([
        { value: 1, at: daysAgo(6) },
        { value: 900, at: NOW },
      ]),
    ).toBeNull();
  });

  test('is wide after one month and narrow after a year', () => {
    const one = usualPace(monthly([3000]));
    const year = usualPace(monthly(Array.from({ length: 12 }, () => 3000)));
    expect([one, year].map((pace) => pace && [Math.round(pace.slow), Math.round(pace.fast)])).toEqual([
      [4, 2028],
      [39, 257],
    ]);
  });

  test('does not care for one wild month, nor for a reset', () => {
    const calm = Array.from({ length: 11 }, () => 3000);
    const wild = usualPace(monthly([...calm, 90_000]));
    expect(wild).toEqual(usualPace(monthly([...calm, 3000])));
    const points = monthly(calm);
    const reset = points.map(({ value, at }, index) => ({ at, value: index < 6 ? value : value - 20_000 }));
    expect(usualPace(reset)?.fast).toBeLessThan(270);
  });
});

/** A year of monthly values of a machine: volumes around its own mean, with quiet and busy months. */
const machine = fc
  .record({
    start: fc.integer({ min: 0, max: 2_000_000 }),
    perMonth: fc.integer({ min: 30, max: 40_000 }),
    months: fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 7, maxLength: 13 }),
    days: fc.integer({ min: 20, max: 40 }),
  })
  .map(({ start, perMonth, months, days }) => {
    const volumes = months.map((deviation) => Math.round(perMonth * Math.exp(deviation * 0.6)));
    let value = start;
    const points = [0, ...volumes.slice(0, -1)].map((volume, index) => ({
      value: (value += volume),
      at: daysAgo(days + 30 * (volumes.length - 1 - index)),
    }));
    const next = value + Math.round(((volumes.at(-1) ?? 0) * days) / 30);
    return { points, last: points.at(-1) as CounterPoint, next };
  });

const pastOf = ({ points, last }: { points: CounterPoint[]; last: CounterPoint }): CounterPast =>
  past({ before: last, pace: usualPace(points) });

/** What part of the verdicts on these machines is one of those wanted. */
function share(
  typed: (machine: { next: number; last: CounterPoint; points: CounterPoint[] }) => number | null,
  wanted: (verdict: string) => boolean,
): number {
  const verdicts = fc.sample(machine, { numRuns: 600, seed: 42 }).flatMap((sample) => {
    const value = typed(sample);
    return value === null ? [] : [judgeReading(pastOf(sample), { value, at: NOW }, NOW)];
  });
  return verdicts.filter(wanted).length / verdicts.length;
}

const fits = (verdict: string) => verdict === 'fits';
const noticed = (verdict: string) => verdict !== 'fits';

describe('600 generated machines, each with its own pace', () => {
  test('honest values are hardly ever questioned', () => {
    expect(share(({ next }) => next, fits)).toBeGreaterThan(0.995);
  });

  test('one digit too many is always noticed, one too few too', () => {
    const known = ({ next }: { next: number }) => next > 1000;
    expect(share((one) => (known(one) ? one.next * 10 + 3 : null), noticed)).toBe(1);
    expect(share((one) => (known(one) ? Math.floor(one.next / 10) : null), noticed)).toBe(1);
  });

  test('ten times the usual volume is noticed', () => {
    expect(share(({ next, last }) => last.value + 10 * (next - last.value) + 2000, noticed)).toBeGreaterThan(
      0.95,
    );
  });
});

test('the expected range begins at the last value, grows with time and holds what fits', () => {
  fc.assert(
    fc.property(
      machine,
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: 0, max: 3_000_000 }),
      (one, days, step) => {
        const known = pastOf(one);
        const at = new Date(one.last.at.getTime() + days * DAY + 1);
        const range = expectedRange(known, at);
        const later = expectedRange(known, new Date(at.getTime() + DAY));
        expect(range.low).toBeGreaterThanOrEqual(one.last.value);
        expect(range.high).toBeGreaterThan(range.low);
        expect(later.low).toBeGreaterThanOrEqual(range.low);
        expect(later.high).toBeGreaterThanOrEqual(range.high);
        const value = one.last.value + step;
        const verdict = judgeReading(known, { value, at }, at);
        expect(verdict === 'fits').toBe(value >= range.low && value <= range.high);
      },
    ),
    { numRuns: 300 },
  );
});
