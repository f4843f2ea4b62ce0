import type { Tx } from '@platen/platform';
import { isId } from '@platen/platform';
import { type LockedDevice, lockVisibleDevices } from '../devices/lock-devices';
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

const METER = `
  select m.id, m.kind, m.device_id, c.closed_before
  from meter m join device d on d.id = m.device_id
    left join meter_period_closed c on c.customer_id = d.customer_id
  where m.id = $1`;

/** @returns null for an unknown or foreign counter, and for one of a machine that is out of use */
export async function holdMeter(tx: Tx, visibility: Visibility, meterId: string): Promise<HeldMeter | null> {
  if (!isId(meterId)) return null;
  const [row] = await tx.query<{
    id: string;
    kind: string;
    device_id: string;
    closed_before: Date | null;
  }>(METER, [meterId]);
  const [device] = row ? await lockVisibleDevices(tx, visibility, [row.device_id]) : [];
  if (!row || !device) return null;
  return {
    id: row.id,
    kind: row.kind,
    device,
    closedBefore: row.closed_before,
  };
}
