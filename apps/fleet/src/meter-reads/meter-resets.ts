import type { Actor, Tx } from '@platen/platform';
import { rebuildMeterMonths } from './rebuild-months';

/** Why a counter went on from another value. */
export const resetReasons = ['reset', 'replaced', 'rolled-over'] as const;
export type ResetReason = (typeof resetReasons)[number];

/** A counter that stood at `valueBefore` and went on from `valueAfter`, in the meter's own unit. */
export interface MeterReset {
  readonly meterId: string;
  /** readings at or after this instant count from the new value */
  readonly at: Date;
  readonly valueBefore: number;
  readonly valueAfter: number;
  readonly reason: ResetReason;
}

const LOCK_DEVICE = `
  select 1 from device where id = (select device_id from meter where id = $1) for no key update`;

const DECLARE = `
  insert into meter_reset (customer_id, meter_id, at, value_before, value_after, reason, declared_at, actor_kind, actor_id)
  select customer_id, id, $2, $3, $4, $5, $6, $7, $8 from meter where id = $1
  on conflict do nothing returning 1`;

const TAKE_BACK = 'delete from meter_reset where meter_id = $1 and at = $2 returning 1';

const KEEP_OFFSET = `
  update meter m set reset_at = z.at, reset_offset = coalesce(z.total, 0)
  from (select max(at) as at, sum(value_before - value_after) as total from meter_reset where meter_id = $1) z
  where m.id = $1`;

/**
 * Writes down that a counter was reset, replaced or rolled over, and sums up its months again: they are the same
 * whether this is known before, between or after the readings.
 * @param now  when it became known
 * @returns false when a reset at this very instant is known: nothing was changed
 */
export async function declareMeterReset(
  tx: Tx,
  actor: Actor,
  reset: MeterReset,
  now: Date,
): Promise<boolean> {
  await tx.query(LOCK_DEVICE, [reset.meterId]);
  const { meterId, at, valueBefore, valueAfter, reason } = reset;
  const declared = await tx.query(DECLARE, [
    meterId,
    at,
    valueBefore,
    valueAfter,
    reason,
    now,
    actor.kind,
    actor.id,
  ]);
  if (declared.length === 0) return false;
  await keepRunning(tx, meterId);
  return true;
}

/** Undoes a declaration that was wrong. @returns false when there is none at this instant */
export async function takeBackMeterReset(tx: Tx, meterId: string, at: Date): Promise<boolean> {
  await tx.query(LOCK_DEVICE, [meterId]);
  const gone = await tx.query(TAKE_BACK, [meterId, at]);
  if (gone.length === 0) return false;
  await keepRunning(tx, meterId);
  return true;
}

async function keepRunning(tx: Tx, meterId: string): Promise<void> {
  await tx.query(KEEP_OFFSET, [meterId]);
  await rebuildMeterMonths(tx, [meterId]);
}
