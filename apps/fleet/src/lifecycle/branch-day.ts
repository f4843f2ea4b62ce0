import { type LocalDay, addDays, localDateTimeOf, startOfDay } from '@platen/kernel';
import type { Tx } from '@platen/platform';

/** Days as the people of a branch count them. */
export interface BranchDay {
  readonly timeZone: string;
  readonly today: LocalDay;
}

/** What day it is in a branch; UTC for one that is not heard of yet. */
export async function branchDay(tx: Tx, branchId: string, now: Date): Promise<BranchDay> {
  const [branch] = await tx.query<{ zone: string }>(ZONE, [branchId]);
  const timeZone = branch?.zone ?? 'UTC';
  return { timeZone, today: localDateTimeOf(now, timeZone).day };
}

const ZONE = `select coalesce(settings ->> 'timeZone', 'UTC') as zone from known_branch where id = $1`;

/** The instant that stands for something that happened on a day: now, or the beginning of a day gone by. */
export function instantOn(day: LocalDay, { timeZone, today }: BranchDay, now: Date): Date {
  return day === today ? now : startOfDay(day, timeZone);
}

/** How far ahead and back people may date what they do, in days. */
const YEAR_DAYS = 366;

/** True for today and up to a year back. */
export function isPastDay(day: LocalDay, today: LocalDay): boolean {
  return day <= today && day >= addDays(today, -YEAR_DAYS);
}

/** True for today and up to a year ahead. */
export function isComingDay(day: LocalDay, today: LocalDay): boolean {
  return day >= today && day <= addDays(today, YEAR_DAYS);
}
