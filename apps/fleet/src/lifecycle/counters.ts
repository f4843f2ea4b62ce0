import type { Actor, Tx } from '@platen/platform';
import type { DeviceFault } from '../devices/device.errors';
import type { LockedDevice } from '../devices/lock-devices';
import { isGood } from '../hand-ins/judge-rows';
import { takeReads } from '../hand-ins/take-reads';
import { verdictFault } from '../hand-ins/verdict-fault';

/** A counter that somebody read off a machine while doing something with it. */
export interface StatedCounter {
  readonly kind: string;
  readonly value: number;
  /** true where an odd value was looked at once more and is right */
  readonly confirmed?: boolean | null;
}

/** Counters of one locked machine. */
export interface StatedCounters {
  readonly device: LockedDevice;
  readonly counters: readonly StatedCounter[];
  /** of the list in the input, for its faults */
  readonly path: string;
}

/**
 * Takes counters read off machines now, each judged by its own past as any other hand-in: an odd one wants to be
 * confirmed, and what is taken goes to the books.
 * @returns what cannot be accepted; then nothing of any machine is recorded
 */
export async function takeStatedCounters(
  tx: Tx,
  by: Actor,
  stated: readonly StatedCounters[],
  now: Date,
): Promise<DeviceFault[]> {
  const rows = stated.flatMap(({ device, counters, path }) =>
    counters.map((counter, index) => ({ ...counter, deviceId: device.id, path: `${path}.${index}` })),
  );
  if (rows.length === 0) return [];
  const taken = await takeReads(
    tx,
    { by, source: 'portal', note: null, allOrNothing: true },
    stated.map(({ device }) => device),
    {
      deviceId: rows.map(({ deviceId }) => deviceId),
      kind: rows.map(({ kind }) => kind),
      value: rows.map(({ value }) => value),
      readAt: rows.map(() => now),
      confirmed: rows.map(({ confirmed }) => confirmed ?? false),
    },
    now,
  );
  return rows.flatMap(({ path }, row): DeviceFault[] => {
    const judged = taken[row];
    if (!judged || isGood(judged)) return [];
    const fault = verdictFault(judged);
    const field = judged.verdict === 'unknown_kind' ? 'kind' : 'value';
    return fault ? [{ path: `${path}.${field}`, ...fault }] : [];
  });
}

interface MeterRow {
  readonly kind: string;
  readonly value: string | null;
  readonly read_at: Date | null;
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

const MAIN_METERS = `select kind, value, read_at from meter
  where device_id = $1 and kind in ('total', 'mono', 'color') order by kind`;
