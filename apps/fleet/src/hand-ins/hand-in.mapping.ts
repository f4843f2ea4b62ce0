import type { Locale } from '@platen/contracts';
import { IdempotencyConflictError, InvalidInputError } from '@platen/platform';
import { KEY_LENGTH } from '../devices/device-place';
import { message, messageWithNumbers } from '../messages/message';
import { MAX_NOTE, MOST_ROWS } from './hand-in-input';
import type { InvalidHandIn } from './hand-in.errors';
import type { HandInService } from './hand-in.service';
import { type HandInMeterReadsResult, HandInMeterReadsSuccess, type MeterHandInRow } from './hand-in.type';
import type { RowOutcome } from './judge-rows';
import type { TakenRow } from './take-reads';
import { verdictFault } from './verdict-fault';

type Outcome = Awaited<ReturnType<HandInService['handIn']>>;

/** The use case's outcome as a member of the union, in the viewer's language. */
export function toHandInResult(outcome: Outcome, locale: Locale): typeof HandInMeterReadsResult {
  if (!outcome.ok) {
    const { failure } = outcome;
    return failure.code === 'INVALID_INPUT'
      ? toInvalidHandIn(failure, locale)
      : Object.assign(new IdempotencyConflictError(), {
          code: failure.code,
          message: message(locale, 'idempotencyConflict'),
        });
  }
  const rows = outcome.value;
  const count = (wanted: RowOutcome) => rows.filter((row) => row.outcome === wanted).length;
  return Object.assign(new HandInMeterReadsSuccess(), {
    accepted: count('accepted'),
    unchanged: count('unchanged'),
    asked: count('asked'),
    refused: count('refused'),
    taken: !rows.some((row) => row.outcome === 'accepted' && row.handInId === null),
    rows: rows.map((row, index) => toRow(row, index, locale)),
  });
}

const limits = {
  keyLength: KEY_LENGTH,
  rowsNeeded: { max: MOST_ROWS },
  columnsUneven: {},
  tooLong: { max: MAX_NOTE },
} as const;

function toInvalidHandIn({ code, fields }: InvalidHandIn, locale: Locale): InvalidInputError {
  return Object.assign(new InvalidInputError(), {
    code,
    message: message(locale, 'invalidInput'),
    fields: fields.map(({ path, problem }) => ({ path, message: message(locale, problem, limits[problem]) })),
  });
}

function toRow(row: TakenRow, index: number, locale: Locale): MeterHandInRow {
  return {
    row: index,
    outcome: row.outcome,
    verdict: row.verdict,
    message: verdictWords(row, locale),
    expectedLow: row.expected?.low ?? null,
    expectedHigh: row.expected?.high ?? null,
    handInId: row.handInId,
  };
}

function verdictWords(row: TakenRow, locale: Locale): string | null {
  const fault = verdictFault(row);
  return fault && messageWithNumbers(locale, fault.problem, fault.values);
}
