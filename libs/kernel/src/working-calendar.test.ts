import fc from 'fast-check';
import { addDays, daysBetween, weekdays } from './local-time';
import {
  NoWorkingDaysError,
  type WorkingCalendar,
  addWorkingDays,
  isWorkingDay,
  workingDayFrom,
} from './working-calendar';

const christmas = new Set(['2026-12-25', '2026-12-26', '2027-01-01']);
const office: WorkingCalendar = { workDays: weekdays.slice(0, 5), isHoliday: (day) => christmas.has(day) };

describe('working calendar', () => {
  test.each([
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-21', 1, '2026-11-23'],
    ['2026-11-21', 0, '2026-11-21'],
    ['2026-12-24', 1, '2026-12-28'],
    ['2026-12-24', 5, '2027-01-04'],
  ])('%s and %i working days is %s', (start, count, expected) => {
    expect(addWorkingDays(office, start, count)).toBe(expected);
  });

  test('the next working day may be the day itself', () => {
    expect(workingDayFrom(office, '2026-12-24')).toBe('2026-12-24');
    expect(workingDayFrom(office, '2026-12-25')).toBe('2026-12-28');
  });

  test('a calendar without working days is refused, not waited for', () => {
    expect(() => addWorkingDays({ ...office, workDays: [] }, '2026-11-20', 1)).toThrow(NoWorkingDaysError);
    expect(() => addWorkingDays({ ...office, isHoliday: () => true }, '2026-11-20', 1)).toThrow(
      NoWorkingDaysError,
    );
  });

  test.each([-1, 0.5, Number.NaN])('refuses to count %d days', (count) => {
    expect(() => addWorkingDays(office, '2026-11-20', count)).toThrow(RangeError);
  });

  test('lands on a working day with exactly that many working days passed', () => {
    const start = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2022-01-01', days));
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 40 }), (day, count) => {
        const end = addWorkingDays(office, day, count);
        expect(isWorkingDay(office, end)).toBe(true);
        const passed = Array.from({ length: daysBetween(day, end) }, (_, i) => addDays(day, i + 1));
        expect(passed.filter((each) => isWorkingDay(office, each))).toHaveLength(count);
      }),
    );
  });
});
