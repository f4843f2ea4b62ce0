import type { BranchSettings } from '@platen/contracts';
import type { LocalDay, WorkingCalendar } from '@platen/kernel';
import Holidays from 'date-holidays';

/** The branch names a country or region whose holidays nobody knows. */
export class UnknownHolidaysError extends Error {
  override readonly name = 'UnknownHolidaysError';
}

const calendars = new Map<string, (day: LocalDay) => boolean>();

/**
 * The working calendar of a branch: its days of the week without the public holidays of its country or region.
 * @throws UnknownHolidaysError
 */
export function branchCalendar({ holidays, workDays }: BranchSettings['calendar']): WorkingCalendar {
  let isHoliday = calendars.get(holidays);
  if (!isHoliday) {
    isHoliday = publicHolidaysOf(holidays);
    calendars.set(holidays, isHoliday);
  }
  return { workDays, isHoliday };
}

/** A public holiday, named as its country names it. */
export interface PublicHoliday {
  /** yyyy-mm-dd */
  readonly on: LocalDay;
  readonly name: string;
}

/**
 * The next public holidays of a country or region, from a day on.
 * @throws UnknownHolidaysError
 */
export function nextHolidays(place: string, from: LocalDay, count: number): PublicHoliday[] {
  const calendar = calendarOf(place);
  const year = Number(from.slice(0, 4));
  return [year, year + 1]
    .flatMap((each) => calendar.getHolidays(each))
    .map(({ date, name }) => ({ on: date.slice(0, 10), name }))
    .filter(({ on }) => on >= from)
    .slice(0, count);
}

/** @param place  ISO 3166-1 country, and ISO 3166-2 region where holidays differ: 'IT', 'IT-32', 'DE-BY' */
function calendarOf(place: string): Holidays {
  const [country = '', region] = place.split('-');
  // The library answers for the country when it does not know the region: that would be a silent mistake.
  const regionKnown = region === undefined || region in (new Holidays().getStates(country) ?? {});
  const calendar = new Holidays(place, { types: ['public'] });
  if (!regionKnown || calendar.getHolidays(2026).length === 0) {
    throw new UnknownHolidaysError(`No holidays are known for ${place}.`);
  }
  return calendar;
}

function publicHolidaysOf(place: string): (day: LocalDay) => boolean {
  const calendar = calendarOf(place);
  const byYear = new Map<string, ReadonlySet<LocalDay>>();
  return (day) => {
    const year = day.slice(0, 4);
    let days = byYear.get(year);
    if (!days) {
      // `date` is the local day in the country's own zone; `start` would be an instant.
      days = new Set(calendar.getHolidays(Number(year)).map((holiday) => holiday.date.slice(0, 10)));
      byYear.set(year, days);
    }
    return days.has(day);
  };
}
