import { type LocalDay, daysBetween } from '@platen/kernel';

/** A reminder that is to go out: for which due day, and how many days before it at the latest. */
export interface DueStep {
  readonly dueOn: LocalDay;
  readonly step: number;
}

/**
 * The reminder of today, by the branch's calendar. A day that was missed is made up for on the next; of two that
 * were missed only the later goes out.
 * @param today       of the branch
 * @param daysBefore  days before the due day on which people are reminded, in any order
 * @returns null before the first of them, and once the due day is over
 */
export function dueStepOf(today: LocalDay, dueDay: number, daysBefore: readonly number[]): DueStep | null {
  const dueOn = `${today.slice(0, 8)}${String(dueDay).padStart(2, '0')}`;
  const left = daysBetween(today, dueOn);
  const steps = daysBefore.filter((step) => step >= left);
  return left < 0 || steps.length === 0 ? null : { dueOn, step: Math.min(...steps) };
}
