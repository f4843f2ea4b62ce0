import { isWorkingDay } from '@platen/kernel';
import { UnknownHolidaysError, branchCalendar, nextHolidays } from './branch-calendar';

const office = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
const worked = (holidays: string, day: string) =>
  isWorkingDay(branchCalendar({ holidays, workDays: [...office] }), day);

test.each([
  ['IT', '2026-06-24', true, 'San Giovanni is a holiday of some cities only'],
  ['IT', '2025-12-26', false, 'Santo Stefano, a Friday'],
  ['IT', '2026-06-02', false, 'Festa della Repubblica'],
  ['IT', '2026-04-27', true, 'an ordinary Monday'],
  ['IT', '2026-04-06', false, "Lunedì dell'Angelo"],
  ['IT', '2025-12-24', true, 'Christmas Eve'],
  ['NL', '2026-04-27', false, 'Koningsdag, a Monday'],
  ['NL', '2025-04-26', false, 'Koningsdag moved to Saturday, not worked anyway'],
  ['NL', '2025-04-28', true, 'the Monday after it'],
  ['NL', '2026-05-14', false, 'Hemelvaartsdag'],
  ['NL', '2026-06-02', true, 'an ordinary Tuesday'],
  ['NL', '2026-11-21', false, 'a Saturday'],
  ['IT-32', '2026-05-25', false, 'Whit Monday in South Tyrol'],
  ['IT', '2026-05-25', true, 'the same day in the rest of Italy'],
])('%s %s worked: %s (%s)', (holidays, day, expected) => {
  expect(worked(holidays, day)).toBe(expected);
});

test.each(['XX', 'IT-BZ'])(
  '%s is nowhere that holidays are known for: refused, not worked through',
  (holidays) => {
    expect(() => branchCalendar({ holidays, workDays: [...office] })).toThrow(UnknownHolidaysError);
  },
);

test('the next holidays follow each other over the end of a year, named as in their country', () => {
  expect(nextHolidays('IT', '2026-12-26', 2)).toEqual([
    { on: '2026-12-26', name: 'Santo Stefano' },
    { on: '2027-01-01', name: 'Capodanno' },
  ]);
});
