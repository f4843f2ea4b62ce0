import type { Locale } from '@platen/contracts';
import { type IdempotencyConflict, IdempotencyConflictError, InvalidInputError } from '@platen/platform';
import { KEY_LENGTH } from '../devices/device-place';
import { message } from '../messages/message';
import { MOST_IDS, MOST_KINDS, MOST_LINES, MOST_MONTHS } from './report-query';
import type { InvalidReport, ReportNotFound, ReportProblem, ReportScopeNotFound } from './report.errors';
import { MAX_REPORT_NAME, MOST_READERS } from './saved/saved-report-input';
import { ReportNotFoundError } from './saved/saved-report.type';
import { ReportScopeNotFoundError } from './volume-report.type';

/** Each failure as its union member. */
interface ErrorOf {
  REPORT_SCOPE_NOT_FOUND: ReportScopeNotFoundError;
  REPORT_NOT_FOUND: ReportNotFoundError;
  INVALID_INPUT: InvalidInputError;
  IDEMPOTENCY_CONFLICT: IdempotencyConflictError;
}

type ReportFailure = InvalidReport | ReportScopeNotFound | ReportNotFound | IdempotencyConflict;

const toError: {
  [Code in ReportFailure['code']]: (
    failure: Extract<ReportFailure, { code: Code }>,
    locale: Locale,
  ) => ErrorOf[Code];
} = {
  REPORT_SCOPE_NOT_FOUND: ({ code }, locale) =>
    Object.assign(new ReportScopeNotFoundError(), { code, message: message(locale, 'reportScopeNotFound') }),
  REPORT_NOT_FOUND: ({ code }, locale) =>
    Object.assign(new ReportNotFoundError(), { code, message: message(locale, 'reportNotFound') }),
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

const valuesOf: Partial<Record<ReportProblem, Readonly<Record<string, number>>>> = {
  tooManyMonths: { max: MOST_MONTHS },
  reportIds: { max: MOST_IDS },
  reportKinds: { max: MOST_KINDS },
  reportLines: { max: MOST_LINES },
  reportName: { max: MAX_REPORT_NAME },
  reportPeriod: { max: MOST_MONTHS },
  reportReaders: { max: MOST_READERS },
  keyLength: KEY_LENGTH,
};

/** A failure as a member of the union, in the viewer's language. */
export function toReportError<Code extends ReportFailure['code']>(
  failure: Extract<ReportFailure, { code: Code }>,
  locale: Locale,
): ErrorOf[Code] {
  // The table has one entry per code; TypeScript does not follow the code through it.
  const map = toError[failure.code] as (failure: unknown, locale: Locale) => ErrorOf[Code];
  return map(failure, locale);
}
