import { type CounterPoint, type ExpectedRange, type ReadingVerdict } from '@platen/kernel';
import { expectedRange, judgeReading, oddVerdicts } from '@platen/kernel';
import type { MeterUnit } from '@platen/contracts';
import type { AskedMeter, AskedReads } from './counter-pasts';

/** Counter values to take, by columns: whatever a person typed, or a partner's system sent. */
export interface HandInColumns extends AskedReads {
  readonly value: readonly number[];
  /** true where an odd value was looked at once more and is right */
  readonly confirmed: readonly boolean[];
}

/** What can be said of a row: of its value, or that there is nothing it could be the value of. */
export const rowVerdicts = ['unknown_device', 'unknown_kind'] as const;
export type RowVerdict = ReadingVerdict | (typeof rowVerdicts)[number];

/** What becomes of a row: `unchanged` was known before, `asked` is taken when it comes again, confirmed. */
export const rowOutcomes = ['accepted', 'unchanged', 'asked', 'refused'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** A row with what becomes of it and why. */
export interface JudgedRow {
  readonly outcome: RowOutcome;
  readonly verdict: RowVerdict;
  readonly expected: ExpectedRange | null;
  readonly previous: CounterPoint | null;
  readonly unit: MeterUnit | null;
}

/** True for a row that is taken, or need not be. */
export function isGood({ outcome }: JudgedRow): boolean {
  return outcome === 'accepted' || outcome === 'unchanged';
}

/**
 * Judges each row, in their order. Several values of one counter are judged in order of their time, each by those
 * taken before it.
 * @param meterOf  what each row is judged by; null where its machine has no such counter
 * @param isKnown  whether the actor may hand in for this machine
 */
export function judgeRows(
  rows: HandInColumns,
  meterOf: readonly (AskedMeter | null)[],
  isKnown: (deviceId: string) => boolean,
  now: Date,
): JudgedRow[] {
  const judged: JudgedRow[] = [];
  const newest = new Map<string, CounterPoint>();
  for (const row of inOrderOfTime(rows)) {
    const deviceId = rows.deviceId[row] ?? '';
    const counter = `${deviceId} ${rows.kind[row]}`;
    const meter = meterOf[row];
    if (!isKnown(deviceId)) judged[row] = refused('unknown_device');
    else if (!meter) judged[row] = refused('unknown_kind');
    else {
      const reading = { value: rows.value[row] ?? 0, at: rows.readAt[row] ?? now };
      const before = later(meter.past.before, newest.get(counter));
      judged[row] = judgeRow(
        { ...meter, past: { ...meter.past, before } },
        reading,
        rows.confirmed[row],
        now,
      );
      if (judged[row].outcome === 'accepted') newest.set(counter, reading);
    }
  }
  return judged;
}

function judgeRow(
  { past, unit }: AskedMeter,
  reading: CounterPoint,
  confirmed: boolean | undefined,
  now: Date,
): JudgedRow {
  const verdict = judgeReading(past, reading, now);
  const facts = { verdict, expected: expectedRange(past, reading.at), previous: past.before, unit };
  if (verdict === 'known') return { ...facts, outcome: 'unchanged' };
  if (verdict === 'fits') return { ...facts, outcome: 'accepted' };
  if (!oddVerdicts.has(verdict)) return { ...facts, outcome: 'refused' };
  return { ...facts, outcome: confirmed ? 'accepted' : 'asked' };
}

function refused(verdict: RowVerdict): JudgedRow {
  return { outcome: 'refused', verdict, expected: null, previous: null, unit: null };
}

function inOrderOfTime({ readAt }: HandInColumns): number[] {
  const time = (row: number) => readAt[row]?.getTime() ?? 0;
  return readAt.map((_, row) => row).sort((a, b) => time(a) - time(b) || a - b);
}

function later(stored: CounterPoint | null, taken: CounterPoint | undefined): CounterPoint | null {
  return taken && (!stored || taken.at >= stored.at) ? taken : stored;
}
