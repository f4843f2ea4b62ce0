import type { MeterUnit, WorldDevice } from '@platen/contracts';
import type { MeterReadColumns } from '../meter-reads/meter-read-columns';

const WEEK_MS = 7 * 86_400_000;
const MINUTE_MS = 60_000;

/** The kinds of meters that are made of volumes and shares, with what each counts. */
const units = {
  mono: 'impressions',
  color: 'impressions',
  total: 'impressions',
  duplex: 'sheets',
  a3: 'impressions',
  scan: 'other',
} as const satisfies Record<string, MeterUnit>;
type VolumeKind = keyof typeof units;

/** Counter values of many devices, growing. */
export interface ReadLists extends MeterReadColumns {
  readonly deviceId: string[];
  readonly kind: VolumeKind[];
  readonly unit: MeterUnit[];
  readonly readAt: Date[];
  readonly value: number[];
}

/** First instants of the months that a device has volumes for; the last one is the month in which it was seen. */
export function monthStarts(device: WorldDevice, seenAt: Date): Date[] {
  const months = device.monthlyVolumes.length;
  return Array.from(
    { length: months },
    (_, index) => new Date(Date.UTC(seenAt.getUTCFullYear(), seenAt.getUTCMonth() + index - months + 1, 1)),
  );
}

/** No reads yet. */
export function noReads(): ReadLists {
  return { deviceId: [], kind: [], unit: [], readAt: [], value: [] };
}

/**
 * What a device's counters would have shown, had they been read weekly: its monthly volumes spread evenly, so
 * that each month (UTC) sums up to the volume given.
 * @param seenAt  the last time its counters were read; later months are left out
 * Fills the past into `past` and the newest value of each counter into `present`; nothing without volumes.
 */
export function addPastReads(device: WorldDevice, seenAt: Date, past: ReadLists, present: ReadLists): void {
  const counters = { ...device.startMeters };
  const inColor = counters.color > 0 || device.monthlyVolumes.some((volume) => volume.color > 0);
  const add = (reads: ReadLists, at: Date, mono: number, color: number) => {
    if (inColor) push(reads, device.id, 'mono', at, mono);
    if (inColor) push(reads, device.id, 'color', at, color);
    const total = mono + color;
    push(reads, device.id, 'total', at, total);
    if (!device.shares) return;
    const { duplex, a3, scan } = device.shares;
    // Sheets: each bears two of the impressions.
    push(reads, device.id, 'duplex', at, Math.floor((total * duplex) / 2));
    if (a3 > 0) push(reads, device.id, 'a3', at, Math.floor(total * a3));
    push(reads, device.id, 'scan', at, Math.floor(total * scan));
  };
  const starts = monthStarts(device, seenAt);
  starts.forEach((start, index) => {
    const volume = device.monthlyVolumes[index];
    if (!volume) return;
    const next = starts[index + 1];
    const end = next ? new Date(next.getTime() - MINUTE_MS) : seenAt;
    const length = Math.max(1, end.getTime() - start.getTime());
    for (let at = start.getTime(); at < end.getTime(); at += WEEK_MS) {
      const part = (at - start.getTime()) / length;
      add(
        past,
        new Date(at),
        counters.mono + Math.floor(volume.mono * part),
        counters.color + Math.floor(volume.color * part),
      );
    }
    counters.mono += volume.mono;
    counters.color += volume.color;
    if (next) add(past, end, counters.mono, counters.color);
  });
  if (starts.length > 0) add(present, seenAt, counters.mono, counters.color);
}

function push(reads: ReadLists, deviceId: string, kind: VolumeKind, at: Date, value: number): void {
  reads.deviceId.push(deviceId);
  reads.kind.push(kind);
  reads.unit.push(units[kind]);
  reads.readAt.push(at);
  reads.value.push(value);
}
