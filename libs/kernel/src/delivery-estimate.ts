import { type LocalDay, localDateTimeOf, secondOfDayOf } from './local-time';
import { type WorkingCalendar, addWorkingDays, isWorkingDay, workingDayFrom } from './working-calendar';

/** How a branch promises deliveries. */
export interface DeliveryTerms {
  /** IANA zone in which morning and afternoon are told apart */
  readonly timeZone: string;
  /** 'HH:mm' local; this very second counts as afternoon */
  readonly cutOff: string;
  /** working days after the day of registration, when registered before the cut-off */
  readonly daysBeforeCutOff: number;
  /** the same, when registered at the cut-off or later */
  readonly daysFromCutOff: number;
  readonly calendar: WorkingCalendar;
}

/**
 * The day on which an order is expected to arrive: an estimate, never a promise (R57). What counts is the instant of
 * registration (R58). What is registered on a day off is taken up in the morning of the next working day, so that a
 * later order is never expected before an earlier one.
 * @throws NoWorkingDaysError when the branch never works
 * @throws RangeError when zone or cut-off cannot be read
 */
export function estimateDelivery(registeredAt: Date, terms: DeliveryTerms): LocalDay {
  const { calendar } = terms;
  const local = localDateTimeOf(registeredAt, terms.timeZone);
  const takenUpOn = workingDayFrom(calendar, local.day);
  const afternoon = isWorkingDay(calendar, local.day) && local.secondOfDay >= secondOfDayOf(terms.cutOff);
  return addWorkingDays(calendar, takenUpOn, afternoon ? terms.daysFromCutOff : terms.daysBeforeCutOff);
}
