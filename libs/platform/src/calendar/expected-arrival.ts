import type { BranchSettings } from '@platen/contracts';
import { type LocalDay, estimateDelivery } from '@platen/kernel';
import { branchCalendar } from './branch-calendar';

/**
 * The day on which what a branch registers at this instant is expected to arrive (R57, R58).
 * @throws NoWorkingDaysError, UnknownHolidaysError when the branch's calendar gives no days
 */
export function expectedArrival(settings: BranchSettings, registeredAt: Date): LocalDay {
  return estimateDelivery(registeredAt, {
    timeZone: settings.timeZone,
    cutOff: settings.ordering.cutOff,
    daysBeforeCutOff: settings.ordering.deliveryDaysBeforeCutOff,
    daysFromCutOff: settings.ordering.deliveryDaysAfterCutOff,
    calendar: branchCalendar(settings.calendar),
  });
}
