import { addDays, daysBetween, localDateTimeOf, secondOfDayOf, startOfDay, weekdayOf } from './local-time';

describe('local time', () => {
  test.each([
    ['2026-07-01T10:00:00Z', 'Europe/Rome', '2026-07-01', 12 * 3600],
    ['2026-12-01T11:00:00Z', 'Europe/Rome', '2026-12-01', 12 * 3600],
    ['2026-12-01T23:30:00Z', 'Europe/Amsterdam', '2026-12-02', 1800],
    ['2026-12-01T23:30:00.250Z', 'UTC', '2026-12-01', 23.5 * 3600 + 0.25],
    // Clocks go from 02:00 to 03:00 on 29 March and from 03:00 back to 02:00 on 25 October.
    ['2026-03-29T01:00:00Z', 'Europe/Rome', '2026-03-29', 3 * 3600],
    ['2026-10-25T00:30:00Z', 'Europe/Rome', '2026-10-25', 2.5 * 3600],
    ['2026-10-25T01:30:00Z', 'Europe/Rome', '2026-10-25', 2.5 * 3600],
  ])('%s in %s is %s', (instant, zone, day, secondOfDay) => {
    expect(localDateTimeOf(new Date(instant), zone)).toEqual({ day, secondOfDay });
  });

  test('a day begins at local midnight, or after the hour that a change of the clocks ate', () => {
    expect(startOfDay('2026-07-01', 'Europe/Rome')).toEqual(new Date('2026-06-30T22:00:00Z'));
    expect(startOfDay('2024-03-31', 'Asia/Beirut')).toEqual(new Date('2024-03-30T22:00:00Z'));
  });

  test('days add over months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(daysBetween('2026-12-31', '2027-01-02')).toBe(2);
    expect(daysBetween('2027-01-02', '2026-12-31')).toBe(-2);
    expect(weekdayOf('2026-11-21')).toBe('saturday');
  });

  test('refuses what is no zone, day or time', () => {
    expect(() => localDateTimeOf(new Date(), 'Europe/Roma')).toThrow(RangeError);
    expect(() => localDateTimeOf(new Date(Number.NaN), 'UTC')).toThrow(RangeError);
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => secondOfDayOf('24:00')).toThrow(RangeError);
    expect(() => secondOfDayOf('9:00')).toThrow(RangeError);
    expect(secondOfDayOf('12:30')).toBe(45000);
  });
});
