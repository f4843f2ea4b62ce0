import type { Locale } from '@platen/contracts';
import { IdempotencyConflictError, InvalidInputError, type IdempotencyConflict } from '@platen/platform';
import type { DeviceNotFound } from '../devices/device.errors';
import { KEY_LENGTH } from '../devices/device-place';
import { DeviceNotFoundError } from '../devices/device-errors.type';
import { OwnAssignmentError } from '../assignments/assignment.type';
import { message } from '../messages/message';
import { DeviceGroupNotFoundError, GroupByRuleError } from './change-groups.type';
import type {
  DeviceGroupNotFound,
  GroupByRule,
  GroupProblem,
  InvalidGroupInput,
  OwnAssignment,
} from './device-group.errors';
import { MAX_GROUP_NAME, MOST_IDS } from './group-input';
import { MOST_RULE_VALUES } from './rule-input';

/** Why a group or an assignment was not changed. */
type GroupFailure =
  | DeviceGroupNotFound
  | DeviceNotFound
  | OwnAssignment
  | GroupByRule
  | InvalidGroupInput
  | IdempotencyConflict;

/** Each failure as its union member. */
interface ErrorOf {
  DEVICE_GROUP_NOT_FOUND: DeviceGroupNotFoundError;
  DEVICE_NOT_FOUND: DeviceNotFoundError;
  OWN_ASSIGNMENT: OwnAssignmentError;
  GROUP_BY_RULE: GroupByRuleError;
  INVALID_INPUT: InvalidInputError;
  IDEMPOTENCY_CONFLICT: IdempotencyConflictError;
}

const toError: {
  [Code in GroupFailure['code']]: (
    failure: Extract<GroupFailure, { code: Code }>,
    locale: Locale,
  ) => ErrorOf[Code];
} = {
  DEVICE_GROUP_NOT_FOUND: ({ code }, locale) =>
    Object.assign(new DeviceGroupNotFoundError(), { code, message: message(locale, 'deviceGroupNotFound') }),
  DEVICE_NOT_FOUND: ({ code }, locale) =>
    Object.assign(new DeviceNotFoundError(), { code, message: message(locale, 'deviceNotFound') }),
  OWN_ASSIGNMENT: ({ code }, locale) =>
    Object.assign(new OwnAssignmentError(), { code, message: message(locale, 'ownAssignment') }),
  GROUP_BY_RULE: ({ code }, locale) =>
    Object.assign(new GroupByRuleError(), { code, message: message(locale, 'groupByRule') }),
  INVALID_INPUT: ({ code, fields }, locale) =>
    Object.assign(new InvalidInputError(), {
      code,
      message: message(locale, 'invalidInput'),
      fields: fields.map(({ path, problem }) => ({
        path,
        message: message(locale, problem, valuesOf[problem]),
      })),
    }),
  IDEMPOTENCY_CONFLICT: ({ code }, locale) =>
    Object.assign(new IdempotencyConflictError(), { code, message: message(locale, 'idempotencyConflict') }),
};

const valuesOf: Partial<Record<GroupProblem, Readonly<Record<string, number>>>> = {
  keyLength: KEY_LENGTH,
  groupNameNeeded: { max: MAX_GROUP_NAME },
  tooManyIds: { max: MOST_IDS },
  tooManyRuleValues: { max: MOST_RULE_VALUES },
};

/** A failure as a member of the mutation's union, in the viewer's language. */
export function toGroupError<Code extends GroupFailure['code']>(
  failure: Extract<GroupFailure, { code: Code }>,
  locale: Locale,
): ErrorOf[Code] {
  // The table has one entry per code; TypeScript does not follow the code through it.
  const map = toError[failure.code] as (failure: unknown, locale: Locale) => ErrorOf[Code];
  return map(failure, locale);
}
