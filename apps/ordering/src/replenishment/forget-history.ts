import { defineJob } from '@platen/contracts';
import type { Clock } from '@platen/kernel';
import type { HandlerContext } from '@platen/platform';
import { z } from 'zod';

/** Gives up decisions and days that nobody asks for any more. */
export const forgetReplenishment = defineJob({
  name: 'ordering.forget-replenishment',
  payload: z.object({}),
});

/** A year to look back upon, and the month before it. */
const KEPT_MONTHS = 13;
/** Rows of each kind that one transaction gives up. */
const BATCH = 20_000;

const before = `$1::timestamptz - make_interval(months => ${KEPT_MONTHS})`;

/** The reason of an order stays as long as the order. */
const DECISIONS = `
  delete from replenishment_decision where id in (
    select d.id from replenishment_decision d
    where d.decided_at < ${before} and not exists (select 1 from supply_order o where o.decision_id = d.id)
    limit ${BATCH})
  returning 1`;

const DAYS = `
  delete from device_day where (device_id, read_on) in (
    select device_id, read_on from device_day where read_on < (${before})::date limit ${BATCH})
  returning 1`;

/** Gives up a batch; what is left is given up by the next one, at once. */
export async function forgetHistory(clock: Clock, { tx }: Pick<HandlerContext, 'tx'>): Promise<void> {
  const now = clock.now();
  const decisions = await tx.query(DECISIONS, [now]);
  const days = await tx.query(DAYS, [now]);
  if (Math.max(decisions.length, days.length) === BATCH) tx.enqueue(forgetReplenishment, {});
}
