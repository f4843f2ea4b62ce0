import type { Locale } from '@platen/contracts';
import type { ClassType } from 'type-graphql';
import { message } from '../messages/message';
import { invalidInput } from '../users/invalid-input';
import { lastAdministrator } from '../users/last-administrator.type';
import type { RightsRefused } from '../users/rights-change';
import { ActionRefusedError, UserNotFoundError } from '../users/user-administration.type';
import type { StaffOutcome } from './staff.service';
import type { StaffMemberType } from './staff.type';

/** The outcome of a command on staff as a member of its union, in the reader's language. */
export function toStaffResult<Success extends { member: StaffMemberType }>(
  outcome: StaffOutcome<RightsRefused>,
  success: ClassType<Success>,
  locale: Locale,
) {
  if (outcome.ok) return Object.assign(new success(), { member: outcome.value });
  const { failure } = outcome;
  switch (failure.code) {
    case 'INVALID_INPUT':
      return invalidInput(locale, failure.problems);
    case 'LAST_ADMINISTRATOR':
      return lastAdministrator(locale);
    case 'USER_NOT_FOUND':
      return Object.assign(new UserNotFoundError(), {
        code: failure.code,
        message: message(locale, failure.code),
      });
    default:
      return Object.assign(new ActionRefusedError(), {
        code: failure.code,
        message: message(locale, failure.code),
      });
  }
}
