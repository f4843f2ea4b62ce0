import type { Locale } from '@platen/contracts';
import { message } from '../messages/message';
import { TooManyAttemptsError } from '../sessions/session.type';
import { invalidInput } from '../users/invalid-input';
import type { ApplicationService } from './application.service';
import {
  ApplicationClosedError,
  ApplicationNotFoundError,
  type ApplyForAccountResult,
  ApplyForAccountSuccess,
  type ApproveApplicationResult,
  ApproveApplicationSuccess,
  type DeclineApplicationResult,
  DeclineApplicationSuccess,
  RegistrationClosedError,
} from './application.type';

export function toApplyResult(
  outcome: Awaited<ReturnType<ApplicationService['apply']>>,
  locale: Locale,
): typeof ApplyForAccountResult {
  if (outcome.ok) return Object.assign(new ApplyForAccountSuccess(), { ok: true });
  const { failure } = outcome;
  if (failure.code === 'INVALID_INPUT') return invalidInput(locale, failure.fields);
  const text = { ...failure, message: message(locale, failure.code) };
  return 'retryAt' in text
    ? Object.assign(new TooManyAttemptsError(), text)
    : Object.assign(new RegistrationClosedError(), text);
}

type Decision = Awaited<ReturnType<ApplicationService['approve']>>;

export function toApproveResult(outcome: Decision, locale: Locale): typeof ApproveApplicationResult {
  return outcome.ok
    ? Object.assign(new ApproveApplicationSuccess(), { application: outcome.value })
    : undecided(outcome.failure, locale);
}

export function toDeclineResult(outcome: Decision, locale: Locale): typeof DeclineApplicationResult {
  return outcome.ok
    ? Object.assign(new DeclineApplicationSuccess(), { application: outcome.value })
    : undecided(outcome.failure, locale);
}

function undecided(failure: Extract<Decision, { ok: false }>['failure'], locale: Locale) {
  if (failure.code === 'INVALID_INPUT') return invalidInput(locale, failure.fields);
  const text = { code: failure.code, message: message(locale, failure.code) };
  return failure.code === 'APPLICATION_NOT_FOUND'
    ? Object.assign(new ApplicationNotFoundError(), text)
    : Object.assign(new ApplicationClosedError(), text);
}
