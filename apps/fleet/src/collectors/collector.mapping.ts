import type { Locale } from '@platen/contracts';
import { type IdempotencyConflict, IdempotencyConflictError, InvalidInputError } from '@platen/platform';
import { SiteNotFoundError } from '../devices/device-errors.type';
import { message } from '../messages/message';
import { CollectorNotFoundError } from './change-collector.type';
import type { CollectorNotFound, CollectorSiteNotFound, InvalidCollector } from './collector.errors';
import type { CollectorReport, CollectorRow } from './collector.row';
import type { Collector, CollectorReportType } from './collector.type';
import { isOlder } from './collector-release';

/** Seconds by which a clock may be off before somebody is told. */
export const CLOCK_TOLERANCE_SECONDS = 300;

/** A row as its type shows it. */
export function toCollector({ customerId, report: _own, ...row }: CollectorRow): Collector {
  return { ...row, customer: { id: customerId } };
}

/** @param newest  version that the installation hands out, null when it hands out none */
export function toReportType(report: CollectorReport, newest: string | null): CollectorReportType {
  return {
    ...report,
    startedAt: new Date(report.startedAt),
    coverage: [...report.coverage],
    isClockOff: Math.abs(report.clockOffsetSeconds) > CLOCK_TOLERANCE_SECONDS,
    isOutdated: newest !== null && isOlder(report.version, newest),
  };
}

type Failure = CollectorNotFound | CollectorSiteNotFound | InvalidCollector | IdempotencyConflict;

interface ErrorOf {
  COLLECTOR_NOT_FOUND: CollectorNotFoundError;
  SITE_NOT_FOUND: SiteNotFoundError;
  INVALID_INPUT: InvalidInputError;
  IDEMPOTENCY_CONFLICT: IdempotencyConflictError;
}

/** A failure as a member of the mutation's union, in the viewer's language. */
export function toCollectorError<Code extends Failure['code']>(
  failure: Extract<Failure, { code: Code }>,
  locale: Locale,
): ErrorOf[Code];
export function toCollectorError(failure: Failure, locale: Locale): ErrorOf[keyof ErrorOf] {
  const { code } = failure;
  switch (code) {
    case 'COLLECTOR_NOT_FOUND':
      return Object.assign(new CollectorNotFoundError(), {
        code,
        message: message(locale, 'collectorNotFound'),
      });
    case 'SITE_NOT_FOUND':
      return Object.assign(new SiteNotFoundError(), { code, message: message(locale, 'siteNotFound') });
    case 'IDEMPOTENCY_CONFLICT':
      return Object.assign(new IdempotencyConflictError(), {
        code,
        message: message(locale, 'idempotencyConflict'),
      });
    case 'INVALID_INPUT': {
      const fields = failure.fields.map(({ path, problem, values }) => ({
        path,
        message: message(locale, problem, values),
      }));
      return Object.assign(new InvalidInputError(), {
        code,
        message: message(locale, 'invalidInput'),
        fields,
      });
    }
  }
}
