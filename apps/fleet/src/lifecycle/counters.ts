import type { MeterUnit } from '@platen/contracts';
import type { Tx } from '@platen/platform';
import type { DeviceFault } from '../devices/device.errors';
import { addToRollups } from '../meter-reads/month-rollups';
import { recordMeterReads } from '../meter-reads/record-meter-reads';

/** A counter that somebody read off a machine while doing something with it. */
export interface StatedCounter {
  readonly kind: string;
  readonly value: number;
}

interface MeterRow {
  readonly kind: string;
  readonly unit: MeterUnit;
  readonly value: string | null;
  readonly read_at: Date | null;
}

const METERS = 'select kind, unit, value, read_at from meter where device_id = $1 order by kind';

/**
 * Records counters read off a locked machine, each at least the last one known.
 * @param path  of the list in the input, for its faults
 * @returns what cannot be accepted; then nothing of it is recorded
 */
export async function recordStatedCounters(
  tx: Tx,
  deviceId: string,
  counters: readonly StatedCounter[],
  { at, path }: { readonly at: Date; readonly path: string },
): Promise<DeviceFault[]> {
  if (counters.length === 0) return [];
  const meters = new Map(
    (await tx.query<MeterRow & Record<string, unknown>>(METERS, [deviceId])).map((meter) => [
      meter.kind,
      meter,
    ]),
  );
  const faults = counters.flatMap(({ kind, value }, index): DeviceFault[] => {
    const meter = meters.get(kind);
    if (!meter) return [{ path: `${path}.${index}.kind`, problem: 'counterUnknown' }];
    const last = Number(meter.value ?? 0);
    return value < last
      ? [{ path: `${path}.${index}.value`, problem: 'counterTooLow', values: { last } }]
      : [];
  });
  if (faults.length > 0) return faults;
  const { rollups } = await recordMeterReads(
    tx,
    {
      deviceId: counters.map(() => deviceId),
      kind: counters.map(({ kind }) => kind),
      unit: counters.map(({ kind }) => meters.get(kind)?.unit ?? 'other'),
      readAt: counters.map(() => at),
      value: counters.map(({ value }) => value),
    },
    { source: 'portal', confidence: 'stated' },
    at,
  );
  await addToRollups(tx, rollups);
  return [];
}

/** What the timeline keeps of a machine's counters: value by kind, and when the newest of them was read. */
export async function counterFacts(tx: Tx, deviceId: string): Promise<Record<string, string | number>> {
  const meters = await tx.query<MeterRow & Record<string, unknown>>(MAIN_METERS, [deviceId]);
  const facts: Record<string, string | number> = {};
  let newest: Date | null = null;
  for (const { kind, value, read_at: readAt } of meters) {
    if (value === null || !readAt) continue;
    facts[kind] = Number(value);
    if (!newest || readAt > newest) newest = readAt;
  }
  return newest ? { ...facts, countersAt: newest.toISOString() } : {};
}

const MAIN_METERS = `select kind, unit, value, read_at from meter
  where device_id = $1 and kind in ('total', 'mono', 'color') order by kind`;
