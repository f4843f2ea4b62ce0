import { type LocalDay, type Weekday, addDays, weekdayOf } from './local-time';

/** Which days are worked: the days of the week, less the holidays that the caller knows. */
export interface WorkingCalendar {
  readonly workDays: readonly Weekday[];
  /** holidays come from outside: they are data of a country, not a rule */
  readonly isHoliday: (day: LocalDay) => boolean;
}

/** Nobody works in this calendar, so that no promise can be made from it. */
export class NoWorkingDaysError extends Error {
  override readonly name = 'NoWorkingDaysError';
}

/** Longest row of days off in which a calendar is still believed to have working days. */
const LONGEST_BREAK_DAYS = 60;

/** True when the day is worked. */
export function isWorkingDay(calendar: WorkingCalendar, day: LocalDay): boolean {
  return calendar.workDays.includes(weekdayOf(day)) && !calendar.isHoliday(day);
}

/**
 * The day itself when it is worked, else the next one that is.
 * @throws NoWorkingDaysError
 */
export function workingDayFrom(calendar: WorkingCalendar, day: LocalDay): LocalDay {
  if (calendar.workDays.length === 0) throw new NoWorkingDaysError('The calendar names no day of the week.');
  let candidate = day;
  for (let waited = 0; waited <= LONGEST_BREAK_DAYS; waited++) {
    if (isWorkingDay(calendar, candidate)) return candidate;
    candidate = addDays(candidate, 1);
  }
  throw new NoWorkingDaysError(`No working day in ${LONGEST_BREAK_DAYS} days from ${day}.`);
}

/**
 * Counts working days forward; the day one starts from is not counted, worked or not.
 * @param count  whole number >= 0; 0 gives the start itself
 * @throws NoWorkingDaysError, RangeError
 */
export function addWorkingDays(calendar: WorkingCalendar, start: LocalDay, count: number): LocalDay {
  if (!Number.isInteger(count) || count < 0)
    throw new RangeError('Working days are counted forward in whole days.');
  let day = start;
  for (let counted = 0; counted < count; counted++) day = workingDayFrom(calendar, addDays(day, 1));
  return day;
}
