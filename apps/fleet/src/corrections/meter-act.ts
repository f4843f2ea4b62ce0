import type { Tx } from '@platen/platform';
import { isId } from '@platen/platform';
import { type LockedDevice, lockVisibleDevices } from '../devices/lock-devices';
import { holdPeriods } from '../meter-periods/lock-periods';
import type { Visibility } from '../visibility/visibility.policy';

/** Why a counter or one of its readings stays as it is; the words are messages by code. */
export const meterActCodes = [
  'METER_NOT_FOUND',
  'READ_NOT_LATEST',
  'CORRECTION_TOO_LATE',
  'PERIOD_CLOSED',
  'VALUE_ODD',
  'VALUE_IMPOSSIBLE',
  'TIME_IMPOSSIBLE',
  'RESET_KNOWN',
  'REASON_NEEDED',
] as const;
export interface MeterNotChanged {
  readonly code: (typeof meterActCodes)[number];
}

/** Longest reason, in characters. */
export const MAX_REASON = 500;

/** Whether a text can stand as the reason of an act that people answer for. */
export function isReason(text: string): boolean {
  return text.trim() !== '' && text.length <= MAX_REASON && !text.includes('\0');
}

/** A counter whose machine this transaction holds. */
export interface HeldMeter {
  readonly id: string;
  readonly kind: string;
  readonly device: LockedDevice;
  readonly closedBefore: Date | null;
}

const DEVICE_OF = 'select device_id from meter where id = $1';

// After the lock: a period that was settled meanwhile counts.
const METER = `
  select m.id, m.kind, c.closed_before from meter m left join meter_period_closed c on c.customer_id = $2
  where m.id = $1`;

/** @returns null for an unknown or foreign counter, and for one of a machine that is out of use */
export async function holdMeter(tx: Tx, visibility: Visibility, meterId: string): Promise<HeldMeter | null> {
  if (!isId(meterId)) return null;
  const [of] = await tx.query<{ device_id: string }>(DEVICE_OF, [meterId]);
  const [device] = of ? await lockVisibleDevices(tx, visibility, [of.device_id]) : [];
  if (!device) return null;
  await holdPeriods(tx, [device.customerId]);
  type Row = { id: string; kind: string; closed_before: Date | null };
  const [row] = await tx.query<Row>(METER, [meterId, device.customerId]);
  return row ? { id: row.id, kind: row.kind, device, closedBefore: row.closed_before } : null;
}
