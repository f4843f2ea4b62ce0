import type { BranchSettings } from '@platen/contracts';
import { isWorkingDay, localDateTimeOf } from '@platen/kernel';
import { branchCalendar } from '@platen/platform/calendar';
import { ActivityCalendar, type Day, type SeasonByMonth, usualSeason } from '@platen/replenishment';

const DAY_MS = 86_400_000;
/** No reading is older; days before it count as no time at all. */
const FIRST_DAY = dayOf('2024-01-01');
const MOST_CALENDARS = 100;

const calendars = new Map<string, ActivityCalendar>();

/** @param day  yyyy-mm-dd */
export function dayOf(day: string): Day {
  return Date.parse(day) / DAY_MS;
}

/** yyyy-mm-dd */
export function localDayOf(day: Day): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The day on the wall calendar of a branch. */
export function dayAt(instant: Date, { timeZone }: BranchSettings): Day {
  return dayOf(localDateTimeOf(instant, timeZone).day);
}

/**
 * The days of a branch by the work done in them. Branches of one country share one calendar, which remembers its days.
 * @param season  learned from the branch's devices; null: the usual one
 * @throws UnknownHolidaysError
 */
export function activityCalendarOf(
  { calendar }: BranchSettings,
  season: SeasonByMonth | null,
): ActivityCalendar {
  const key = JSON.stringify([calendar, season]);
  const known = calendars.get(key);
  if (known) return known;
  if (calendars.size >= MOST_CALENDARS) calendars.clear();
  const working = branchCalendar(calendar);
  const made = new ActivityCalendar(
    {
      isBusinessDay: (day) => isWorkingDay(working, localDayOf(day)),
      season: (day) => seasonOn(localDayOf(day), season),
    },
    FIRST_DAY,
  );
  calendars.set(key, made);
  return made;
}

/** The quiet days around the turn of the year are nobody's month, so they stay as supposed. */
function seasonOn(day: string, season: SeasonByMonth | null): number {
  const usual = usualSeason(day.slice(5));
  const learned = season?.[Number(day.slice(5, 7)) - 1];
  return learned === undefined || (usual < 1 && !day.startsWith('08', 5)) ? usual : learned;
}
