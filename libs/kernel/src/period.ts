import { type LocalDay, addDays, daysBetween } from './local-time';

/** Days in a row: from `startOn`, up to and without `endOn`. Never empty. */
export interface Period {
  readonly startOn: LocalDay;
  readonly endOn: LocalDay;
}

/** @throws RangeError when the end is not after the start */
export function period(startOn: LocalDay, endOn: LocalDay): Period {
  if (daysBetween(startOn, endOn) < 1)
    throw new RangeError(`A period must end after it starts: ${startOn} to ${endOn}.`);
  return { startOn, endOn };
}

/** The calendar month that a day lies in. */
export function monthOf(day: LocalDay): Period {
  const startOn = `${addDays(day, 0).slice(0, 7)}-01`;
  return { startOn, endOn: `${addDays(startOn, 31).slice(0, 7)}-01` };
}

/** Whole days, at least one. */
export function daysOf(of: Period): number {
  return daysBetween(of.startOn, of.endOn);
}

/** True for `startOn`, false for `endOn`. */
export function contains(of: Period, day: LocalDay): boolean {
  return of.startOn <= day && day < of.endOn;
}

/** The days that both have, or null. */
export function overlap(a: Period, b: Period): Period | null {
  const startOn = a.startOn > b.startOn ? a.startOn : b.startOn;
  const endOn = a.endOn < b.endOn ? a.endOn : b.endOn;
  return startOn < endOn ? { startOn, endOn } : null;
}
