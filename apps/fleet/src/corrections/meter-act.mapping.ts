import type { Locale } from '@platen/contracts';
import { type IdempotencyConflict, IdempotencyConflictError } from '@platen/platform';
import { message } from '../messages/message';
import { MeterNotChangedError } from './correction.type';
import { MAX_REASON, type MeterNotChanged } from './meter-act';

const words = {
  METER_NOT_FOUND: 'meterNotFound',
  READ_NOT_LATEST: 'readNotLatest',
  CORRECTION_TOO_LATE: 'correctionTooLate',
  PERIOD_CLOSED: 'readingClosed',
  VALUE_ODD: 'valueOdd',
  VALUE_IMPOSSIBLE: 'valueImpossible',
  TIME_IMPOSSIBLE: 'readingFuture',
  RESET_KNOWN: 'resetKnown',
  REASON_NEEDED: 'reasonNeeded',
} as const satisfies Record<MeterNotChanged['code'], string>;

/** A failure as a member of the mutation's union, in the viewer's language. */
export function toMeterActError(
  failure: MeterNotChanged | IdempotencyConflict,
  locale: Locale,
): MeterNotChangedError | IdempotencyConflictError {
  const { code } = failure;
  return code === 'IDEMPOTENCY_CONFLICT'
    ? Object.assign(new IdempotencyConflictError(), { code, message: message(locale, 'idempotencyConflict') })
    : Object.assign(new MeterNotChangedError(), {
        code,
        message: message(locale, words[code], { max: MAX_REASON }),
      });
}
