import { contains, daysOf, monthOf, overlap, period } from './period';

describe('period', () => {
  test('has its first day and not its end', () => {
    const week = period('2026-11-16', '2026-11-23');
    expect(daysOf(week)).toBe(7);
    expect(
      ['2026-11-15', '2026-11-16', '2026-11-22', '2026-11-23'].map((day) => contains(week, day)),
    ).toEqual([false, true, true, false]);
  });

  test.each([
    ['2026-02-10', '2026-02-01', '2026-03-01'],
    ['2026-12-31', '2026-12-01', '2027-01-01'],
    ['2028-02-29', '2028-02-01', '2028-03-01'],
  ])('the month of %s', (day, startOn, endOn) => {
    expect(monthOf(day)).toEqual({ startOn, endOn });
  });

  test('overlaps in the days that both have', () => {
    const november = monthOf('2026-11-01');
    expect(overlap(november, period('2026-11-29', '2026-12-05'))).toEqual(period('2026-11-29', '2026-12-01'));
    expect(overlap(november, monthOf('2026-12-01'))).toBeNull();
  });

  test('an empty or backward period is refused', () => {
    expect(() => period('2026-11-01', '2026-11-01')).toThrow(RangeError);
    expect(() => period('2026-11-02', '2026-11-01')).toThrow(RangeError);
  });
});
