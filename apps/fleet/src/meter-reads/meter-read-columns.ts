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

/**
 * Counter values for the database: what many of them share (machine, kind, instant) is written once, and each value
 * names it by its position. A thousand values of a hundred machines are 15 KB instead of 85, and their hundred
 * instants are read once.
 */
export interface SharedColumns {
  readonly deviceIds: readonly string[];
  readonly kinds: readonly string[];
  readonly instants: readonly Date[];
  /** positions in these lists, from 1, by value */
  readonly device: readonly number[];
  readonly kind: readonly number[];
  readonly instant: readonly number[];
}

export function sharedColumnsOf(reads: MeterReadColumns): SharedColumns {
  const [deviceIds, device] = distinct(reads.deviceId);
  const [kinds, kind] = distinct(reads.kind);
  const [instants, instant] = distinct(reads.readAt);
  return { deviceIds, kinds, instants, device, kind, instant };
}

/** SQL for the values as rows (device_id, kind, read_at, value, no), `no` counted from 1; see `readParameters`. */
export const READS = `(
  select u.no, ($1::uuid[])[u.device] as device_id, ($2::text[])[u.kind] as kind,
    ($3::timestamptz[])[u.instant] as read_at, u.value
  from unnest($4::int[], $5::int[], $6::int[], $7::bigint[]) with ordinality as u (device, kind, instant, value, no))`;

/** The parameters of `READS`; others of the statement follow. */
export function readParameters(shared: SharedColumns, value: readonly number[]): unknown[] {
  const { deviceIds, kinds, instants, device, kind, instant } = shared;
  const written = instants.map((at) => at.toISOString());
  return [deviceIds, kinds, written, device, kind, instant, value];
}

/** Each value once, and where it is for each place in the list. */
function distinct<Value>(list: readonly Value[]): [Value[], number[]] {
  const places = new Map<Value, number>();
  const at = list.map((value) => {
    const place = places.get(value) ?? places.size + 1;
    places.set(value, place);
    return place;
  });
  return [[...places.keys()], at];
}
