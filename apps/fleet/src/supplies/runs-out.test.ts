import { daysUntil, runsOutBetween } from './runs-out';

const day = (number: number) => new Date(Date.UTC(2026, 10, number));
const points = (...levels: [number, number][]) => levels.map(([at, percent]) => ({ at: day(at), percent }));

test('a steady pace gives one day', () => {
  expect(runsOutBetween(points([1, 90], [2, 80], [3, 70]))).toEqual({ earlyAt: day(10), lateAt: day(10) });
});

test('a pace that changes gives the range between its faster and its slower half', () => {
  // 10 % a day, then 5 % a day: 70 % lasts 7 days at the first pace, 14 at the second.
  expect(runsOutBetween(points([1, 90], [2, 80], [4, 70]))).toEqual({ earlyAt: day(11), lateAt: day(18) });
});

test('what was before a refill does not count', () => {
  expect(runsOutBetween(points([1, 9], [2, 2], [3, 100], [4, 90], [5, 80]))).toEqual({
    earlyAt: day(13),
    lateAt: day(13),
  });
});

test('a small rise is noise of the sensor', () => {
  expect(runsOutBetween(points([1, 50], [2, 40], [3, 42], [4, 32]))).not.toBeNull();
});

test.each([
  ['fewer than three points', points([1, 90], [9, 80])],
  ['less than two days', points([1, 90], [1, 89], [2, 88])],
  ['nothing used', points([1, 50], [2, 50], [3, 50])],
  ['only just refilled', points([1, 50], [2, 40], [3, 30], [4, 100])],
  ['no points', []],
])('nothing is said with %s', (_, levels) => {
  expect(runsOutBetween(levels)).toBeNull();
});

test('no estimate goes further than a year', () => {
  const far = runsOutBetween(points([1, 100], [10, 99.9], [20, 99.8]));
  expect(far?.lateAt).toEqual(new Date(day(20).getTime() + 365 * 86_400_000));
});

test('days are counted from now, rounded outwards, never negative', () => {
  expect(daysUntil(new Date('2026-11-03T12:00:00Z'), new Date('2026-11-05T12:00:00Z'), day(1))).toEqual({
    low: 2,
    high: 5,
  });
  expect(daysUntil(day(1), day(2), day(9))).toEqual({ low: 0, high: 0 });
  expect(daysUntil(null, null, day(1))).toBeNull();
});
