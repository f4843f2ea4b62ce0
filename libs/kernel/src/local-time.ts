import { Temporal } from 'temporal-polyfill';

/** A day in some calendar on the wall, without zone: 'yyyy-mm-dd'. Compares as text. */
export type LocalDay = string;

/** Days of the week, Monday first (ISO 8601). */
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof weekdays)[number];

/** What clock and calendar on the wall show at an instant. */
export interface LocalDateTime {
  readonly day: LocalDay;
  /** since local midnight on the clock's face, in seconds and parts of them; 12:00:00 is 43200 */
  readonly secondOfDay: number;
}

/**
 * @param timeZone  IANA name, for example 'Europe/Rome'
 * @throws RangeError for a zone that nobody knows or an invalid date
 */
export function localDateTimeOf(instant: Date, timeZone: string): LocalDateTime {
  const local = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  return {
    day: local.toPlainDate().toString(),
    secondOfDay: local.hour * 3600 + local.minute * 60 + local.second + local.millisecond / 1000,
  };
}

/** The instant at which a day begins in a zone: 00:00, or the first moment after a change of the clocks ate it. */
export function startOfDay(day: LocalDay, timeZone: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds);
}

/** @param days  may be negative */
export function addDays(day: LocalDay, days: number): LocalDay {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** Days from one day to another; negative when `to` is the earlier. */
export function daysBetween(from: LocalDay, to: LocalDay): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}

/** The weekday of a day. */
export function weekdayOf(day: LocalDay): Weekday {
  const weekday = weekdays[Temporal.PlainDate.from(day).dayOfWeek - 1];
  if (!weekday) throw new RangeError(`No weekday for ${day}.`);
  return weekday;
}

/**
 * Seconds since midnight of a time of day.
 * @param time  'HH:mm', 00:00 to 23:59
 * @throws RangeError
 */
export function secondOfDayOf(time: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (hours === undefined || minutes === undefined) throw new RangeError(`Not a time of day: ${time}`);
  return Number(hours) * 3600 + Number(minutes) * 60;
}
