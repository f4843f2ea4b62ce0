import type { MeterUnit } from '@platen/contracts';
import type { ReadSource } from '../enums';

/** Counter values by columns, their devices locked by this transaction. */
export interface MeterReadColumns {
  readonly deviceId: readonly string[];
  readonly kind: readonly string[];
  readonly unit: readonly MeterUnit[];
  readonly readAt: readonly Date[];
  readonly value: readonly number[];
}

/** Who told a value, and how far it can be trusted. */
export interface ReadOrigin {
  readonly source: ReadSource;
  readonly confidence: 'measured' | 'stated' | 'estimated';
}

/** A device told its own counter. */
export const toldByDevice: ReadOrigin = { source: 'device', confidence: 'measured' };

/** Growth of this much, and of this much a day, is more than any machine of an office prints. */
export const JUMP = 1_000_000;
export const JUMP_A_DAY = 250_000;

/** The values at some positions. */
export function readsAt(reads: MeterReadColumns, positions: readonly number[]): MeterReadColumns {
  const pick = <Value>(column: readonly Value[]) =>
    positions.flatMap((position) => column.slice(position, position + 1));
  return {
    deviceId: pick(reads.deviceId),
    kind: pick(reads.kind),
    unit: pick(reads.unit),
    readAt: pick(reads.readAt),
    value: pick(reads.value),
  };
}

/** Instants as the database reads them. Many values share the instant of their poll: each is written once. */
export function instantsOf(readAt: readonly Date[]): string[] {
  const written = new Map<Date, string>();
  return readAt.map((at) => {
    const text = written.get(at) ?? at.toISOString();
    written.set(at, text);
    return text;
  });
}
