import type { Locale } from '@platen/contracts';
import { type Result, err, ok } from '@platen/kernel';
import { InvalidInputError } from '@platen/platform';
import { message } from '../messages/message';
import {
  type Acknowledgement,
  type ExportedRow,
  MOST_ANSWERS,
  type MeterExportService,
} from './meter-export.service';
import {
  type AcknowledgeMeterHandInsInput,
  type AcknowledgeMeterHandInsResult,
  AcknowledgeMeterHandInsSuccess,
  type ExportedMeterHandIn,
} from './meter-export.type';

const MAX_REFERENCE = 100;
const MAX_REFUSAL = 500;

export function toExported(row: ExportedRow): ExportedMeterHandIn {
  return {
    id: row.id,
    customerId: row.customer_id,
    deviceId: row.device_id,
    serialNumber: row.serial_number,
    equipmentId: row.equipment_id,
    contractNumber: row.contract_number,
    readAt: row.read_at,
    handedInAt: row.handed_in_at,
    source: row.source,
    flagged: row.flagged,
    note: row.note,
    corrects: row.corrects,
    values: row.values.map((value) => ({
      ...value,
      previousReadAt: value.previousReadAt === null ? null : new Date(value.previousReadAt),
    })),
    state: row.export_state,
    bookedAt: row.booked_at,
    reference: row.booked_reference,
    refusal: row.export_state === 'refused' ? row.refused_reason : null,
  };
}

/** The answers as typed, each with exactly one of its two words; or where not. */
export function answersOf(
  { answers }: AcknowledgeMeterHandInsInput,
  locale: Locale,
): Result<Acknowledgement[], InvalidInputError> {
  const read = answers.map(({ id, reference, refusal }): Acknowledgement | null => {
    const [booked, refused] = [reference?.trim() ?? '', refusal?.trim() ?? ''];
    if ((booked === '') === (refused === '')) return null;
    if (booked.length > MAX_REFERENCE || refused.length > MAX_REFUSAL || `${booked}${refused}`.includes('\0'))
      return null;
    return { id, answer: booked ? { reference: booked } : { refusal: refused } };
  });
  const wrong = read.flatMap((answer, index) => (answer ? [] : [index]));
  if (wrong.length === 0) return ok(read.filter((answer) => answer !== null));
  const text = message(locale, 'answerOfBooks', { reference: MAX_REFERENCE, refusal: MAX_REFUSAL });
  return err(
    invalid(
      locale,
      wrong.slice(0, 20).map((index) => ({ path: `answers.${index}`, message: text })),
    ),
  );
}

export function toAcknowledgeResult(
  { answers }: AcknowledgeMeterHandInsInput,
  outcome: Awaited<ReturnType<MeterExportService['acknowledge']>>,
  locale: Locale,
): typeof AcknowledgeMeterHandInsResult {
  if (!outcome.ok)
    return invalid(locale, [
      { path: 'answers', message: message(locale, 'answersCount', { max: MOST_ANSWERS }) },
    ]);
  return Object.assign(new AcknowledgeMeterHandInsSuccess(), {
    changed: outcome.value.filter((settlement) => settlement === 'booked' || settlement === 'refused').length,
    answers: answers.map(({ id }, index) => ({ id, settlement: outcome.value[index] ?? 'unknown' })),
  });
}

function invalid(locale: Locale, fields: { path: string; message: string }[]): InvalidInputError {
  return Object.assign(new InvalidInputError(), {
    code: 'INVALID_INPUT',
    message: message(locale, 'invalidInput'),
    fields,
  });
}
