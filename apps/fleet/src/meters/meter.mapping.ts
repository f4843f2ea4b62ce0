import type { MeterExpectationRow } from './meter-expectation.service';
import type { MeterReadRow } from './meter-reads.service';
import type { MeterRow } from './meter.service';
import type { CorrectableRow } from '../corrections/correctable.service';
import type { MeterResetRow } from './meter-resets.service';
import type {
  CorrectableRead,
  Meter,
  MeterExpectation,
  MeterRead,
  MeterReadHandIn,
  MeterReset,
} from './meter.type';

export function toMeter(row: MeterRow): Meter {
  return {
    id: row.id,
    kind: row.kind,
    unit: row.unit,
    value: row.value === null ? null : Number(row.value),
    readAt: row.read_at,
    source: row.source,
    deviceId: row.device_id,
  };
}

export function toExpectation({ past, now }: MeterExpectationRow): MeterExpectation {
  return {
    lastValue: past.before?.value ?? null,
    lastReadAt: past.before?.at ?? null,
    slowPerDay: past.pace?.slow ?? null,
    fastPerDay: past.pace?.fast ?? null,
    digits: past.digits,
    closedBefore: past.closedBefore,
    ...now,
  };
}

export function toMeterRead(row: MeterReadRow): MeterRead {
  return {
    readAt: row.read_at,
    value: Number(row.value),
    source: row.source,
    confidence: row.confidence,
    handIn: toHandIn(row),
  };
}

function toHandIn(row: MeterReadRow): MeterReadHandIn | null {
  if (!row.hand_in_id || !row.handed_in_at || !row.export_state || !row.actor_kind) return null;
  return {
    id: row.hand_in_id,
    handedInAt: row.handed_in_at,
    flagged: row.flagged ?? false,
    corrected: row.corrected ?? false,
    valueBefore: row.value_before === null ? null : Number(row.value_before),
    actorKind: row.actor_kind,
    actor: personOf(row),
    note: row.note,
    exportState: row.export_state,
    bookedAt: row.booked_at,
    bookedReference: row.booked_reference,
  };
}

export function toMeterReset(row: MeterResetRow): MeterReset {
  return {
    at: row.at,
    valueBefore: Number(row.value_before),
    valueAfter: Number(row.value_after),
    reason: row.reason,
    declaredAt: row.declared_at,
    actorKind: row.actor_kind,
    actor: personOf(row),
  };
}

export function toCorrectable({ readAt, value, expectation }: CorrectableRow): CorrectableRead {
  return { readAt, value, expectation: toExpectation(expectation) };
}

/** A key of a partner and a link have ids too, but are nobody. */
function personOf(row: { readonly actor_kind: string | null; readonly actor_id: string | null }) {
  const isPerson = row.actor_kind === 'user' || row.actor_kind === 'staff';
  return isPerson && row.actor_id ? { id: row.actor_id } : null;
}
