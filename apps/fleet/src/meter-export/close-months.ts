import { defineJob } from '@platen/contracts';
import type { Clock } from '@platen/kernel';
import type { HandlerContext, Tx } from '@platen/platform';
import { z } from 'zod';
import { emitHandIns } from '../hand-ins/write-hand-ins';
import { numberHandIns } from './number-hand-ins';

/** Looks for organisations whose last month is over and not yet closed. */
export const closeMonths = defineJob({ name: 'fleet.close-meter-months', payload: z.object({}) });

/** Hands the closing counters of one organisation's monitored machines to the books. */
export const closeMonth = defineJob({
  name: 'fleet.close-meter-month',
  payload: z.object({
    customerId: z.uuid(),
    branchId: z.uuid(),
    /** first day of the month that ended, on the branch's calendar */
    month: z.iso.date(),
    from: z.iso.datetime(),
    to: z.iso.datetime(),
  }),
});

/** Local hour from which the month before counts as complete: what a collector kept over midnight has come by then. */
const COMPLETE_FROM_HOUR = 6;

const DUE = `
  with ended as (
    select id as branch_id, settings ->> 'timeZone' as zone,
      date_trunc('month', ($1::timestamptz at time zone (settings ->> 'timeZone')) - make_interval(hours => $2)) as to_local
    from known_branch)
  select distinct d.customer_id as "customerId", e.branch_id as "branchId",
    (e.to_local - interval '1 month')::date::text as month,
    (e.to_local - interval '1 month') at time zone e.zone as "from", e.to_local at time zone e.zone as "to"
  from ended e join device d on d.branch_id = e.branch_id and d.monitored and d.retired_at is null
  where not exists (
    select 1 from meter_month_closing c
    where c.customer_id = d.customer_id and c.month = (e.to_local - interval '1 month')::date)`;

/** One job for each organisation, so that a large one holds up no other. */
export async function orderClosings({ tx }: Pick<HandlerContext, 'tx'>, clock: Clock): Promise<void> {
  type Due = { customerId: string; branchId: string; month: string; from: Date; to: Date };
  for (const { from, to, ...due } of await tx.query<Due>(DUE, [clock.now(), COMPLETE_FROM_HOUR]))
    tx.enqueue(closeMonth, { ...due, from: from.toISOString(), to: to.toISOString() });
}

const CLOSE = `insert into meter_month_closing (customer_id, branch_id, month, closed_at) values ($1, $2, $3, $4)
  on conflict do nothing returning 1`;

/** The last value of each counter in the month, beside what the books were told last. A machine of which nothing was read in it has no closing. */
const HAND_IN = `
  with closing as (
    select m.device_id, m.id as meter_id, last.value, last.read_at, before.value as previous,
      case when before.value is not null then before.read_at end as previous_read_at
    from device d join meter m on m.device_id = d.id
    cross join lateral (
      select r.value, r.read_at from meter_read r
      where r.meter_id = m.id and r.read_at >= $3 and r.read_at < $4 and r.source = 'device'
        and r.withdrawn_at is null
      order by r.read_at desc limit 1) last
    left join lateral (
      select v.value, h.read_at from meter_hand_in_value v join meter_hand_in h on h.id = v.hand_in_id
      where v.meter_id = m.id and h.read_at < last.read_at order by h.read_at desc, h.id desc limit 1) before on true
    where d.customer_id = $1 and d.branch_id = $2 and d.monitored and d.retired_at is null),
  handed as (
    insert into meter_hand_in (customer_id, branch_id, device_id, read_at, handed_in_at, source, actor_kind)
    select $1, $2, device_id, max(read_at), $5, 'device', 'system' from closing group by device_id order by device_id
    returning id, device_id),
  kept as (
    insert into meter_hand_in_value (customer_id, hand_in_id, meter_id, value, previous, previous_read_at, verdict)
    select $1, h.id, c.meter_id, c.value, c.previous, c.previous_read_at, 'fits'
    from handed h join closing c on c.device_id = h.device_id)
  select id from handed`;

/** Three statements for all machines of the organisation; again, or in two processes at once, it does nothing. */
export async function handInClosings(
  tx: Tx,
  due: { customerId: string; branchId: string; month: string; from: string; to: string },
  now: Date,
): Promise<void> {
  const { customerId, branchId, month, from, to } = due;
  const [closed] = await tx.query(CLOSE, [customerId, branchId, month, now]);
  if (!closed) return;
  const handed = await tx.query<{ id: string }>(HAND_IN, [customerId, branchId, from, to, now]);
  await emitHandIns(
    tx,
    handed.map(({ id }) => id),
  );
  await numberHandIns(tx, branchId);
}
