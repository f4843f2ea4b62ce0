import type { Actor, Tx } from '@platen/platform';
import type { LockedDevice } from '../devices/lock-devices';
import { addToRollups } from '../meter-reads/month-rollups';
import { holdPeriods } from '../meter-periods/lock-periods';
import { recordMeterReads } from '../meter-reads/record-meter-reads';
import { type AskedMeter, pastsOf } from './counter-pasts';
import { type HandInColumns, type JudgedRow, isGood, judgeRows } from './judge-rows';
import { type HandInSource, writeHandIns } from './write-hand-ins';

/** Who hands in, through which door, and what is said beside the values. */
export interface HandingIn {
  readonly by: Actor;
  readonly source: HandInSource;
  readonly note: string | null;
  /** true: either every row is taken or none */
  readonly allOrNothing: boolean;
}

/** What became of a row; `handInId` where its value was taken. */
export interface TakenRow extends JudgedRow {
  readonly handInId: string | null;
}

/**
 * Takes counter values that were handed in: judged by each counter's own past, recorded, summed up, and told to the
 * books. A row that cannot be taken does not stop the others, unless asked for.
 * @param devices  the machines that may be handed in for, locked by this transaction; all others are unknown
 */
export async function takeReads(
  tx: Tx,
  handing: HandingIn,
  devices: readonly LockedDevice[],
  rows: HandInColumns,
  now: Date,
): Promise<TakenRow[]> {
  await holdPeriods(
    tx,
    devices.map(({ customerId }) => customerId),
  );
  const known = new Set(devices.map((device) => device.id));
  const asked = pick(rows, (row) => known.has(rows.deviceId[row] ?? ''));
  const pasts = await pastsOf(tx, asked.columns, now);
  const meterOf: (AskedMeter | null)[] = rows.deviceId.map(() => null);
  for (const [index, row] of asked.positions.entries()) meterOf[row] = pasts[index] ?? null;
  const judged = judgeRows(rows, meterOf, (deviceId) => known.has(deviceId), now);
  if (handing.allOrNothing && !judged.every(isGood)) return judged.map(notTaken);

  const accepted = pick(rows, (row) => judged[row]?.outcome === 'accepted');
  const taken = accepted.positions.map((row) => judged[row] as JudgedRow);
  const recorded = await recordMeterReads(
    tx,
    { ...accepted.columns, unit: taken.map(({ unit }) => unit ?? 'impressions') },
    { source: handing.source === 'partner' ? 'partner' : 'portal', confidence: 'stated' },
    now,
  );
  const handInIds = await writeHandIns(tx, handing, accepted.columns, taken, now);
  await addToRollups(tx, recorded.rollups);
  const idOf = new Map(accepted.positions.map((row, index) => [row, handInIds[index]]));
  return judged.map((row, index) => ({ ...row, handInId: idOf.get(index) ?? null }));
}

function notTaken(row: JudgedRow): TakenRow {
  return { ...row, handInId: null };
}

function pick(rows: HandInColumns, wanted: (row: number) => boolean) {
  const positions = rows.deviceId.map((_, row) => row).filter(wanted);
  const of = <Value>(column: readonly Value[]) => positions.map((row) => column[row] as Value);
  return {
    positions,
    columns: {
      deviceId: of(rows.deviceId),
      kind: of(rows.kind),
      readAt: of(rows.readAt),
      value: of(rows.value),
      confirmed: of(rows.confirmed),
    },
  };
}
