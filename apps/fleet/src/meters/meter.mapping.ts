import type { MeterExpectationRow } from './meter-expectation.service';
import type { MeterReadRow } from './meter-reads.service';
import type { MeterRow } from './meter.service';
import type { Meter, MeterExpectation, MeterRead, MeterReadHandIn } from './meter.type';

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
  if (!row.hand_in_id || !row.handed_in_at || !row.export_state) return null;
  return {
    id: row.hand_in_id,
    handedInAt: row.handed_in_at,
    flagged: row.flagged ?? false,
    corrected: row.corrected ?? false,
    note: row.note,
    exportState: row.export_state,
    bookedAt: row.booked_at,
    bookedReference: row.booked_reference,
  };
}
