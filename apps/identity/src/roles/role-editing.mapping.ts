import type { Locale } from '@platen/contracts';
import { IdempotencyConflictError, type IdempotencyConflict } from '@platen/platform';
import { message } from '../messages/message';
import type { LastAdministrator } from '../users/administrators';
import { invalidInput } from '../users/invalid-input';
import { lastAdministrator } from '../users/last-administrator.type';
import { RoleInUseError, RoleNotFoundError, RoleRefusedError } from './role-editing.type';
import type { InvalidRole, RoleInUse, RoleNotFound, RoleRefused } from './role.errors';

type Failure = RoleNotFound | RoleRefused | RoleInUse | InvalidRole | LastAdministrator | IdempotencyConflict;

/** Why nothing happened to a role, in the reader's language. */
export function toRoleError(failure: Failure, locale: Locale) {
  switch (failure.code) {
    case 'INVALID_INPUT':
      return invalidInput(locale, failure.problems);
    case 'LAST_ADMINISTRATOR':
      return lastAdministrator(locale);
    case 'ROLE_NOT_FOUND':
      return Object.assign(new RoleNotFoundError(), said(failure.code, locale));
    case 'IDEMPOTENCY_CONFLICT':
      return Object.assign(new IdempotencyConflictError(), said(failure.code, locale));
    case 'ROLE_IN_USE': {
      const { code, people, invitations } = failure;
      const text = message(locale, code, { people, invitations });
      return Object.assign(new RoleInUseError(), { code, message: text, people, invitations });
    }
    default:
      return Object.assign(new RoleRefusedError(), said(failure.code, locale));
  }
}

function said<Code extends Exclude<Failure['code'], 'INVALID_INPUT' | 'ROLE_IN_USE'>>(
  code: Code,
  locale: Locale,
) {
  return { code, message: message(locale, code) };
}
