import type { Actor, Tx } from '@platen/platform';
import { emitHandIns } from '../hand-ins/write-hand-ins';
import { rebuildMeterMonths } from '../meter-reads/rebuild-months';

/**
 * Takes back the wrong readings of a case: they count for nothing, the months are summed up without them, the trail
 * keeps them and the books hear of those that they were told.
 */
export async function withdraw(
  tx: Tx,
  actor: Actor,
  open: { readonly id: string; readonly meter_id: string },
  reason: string,
  now: Date,
): Promise<void> {
  const by = [reason, actor.kind, actor.id];
  const wrong = await tx.query<{ read_at: Date; value: string }>(WITHDRAW, [open.id, now, ...by]);
  const told = await tx.query<{ id: string }>(TELL, [
    open.meter_id,
    wrong.map(({ read_at: at }) => at),
    wrong.map(({ value }) => value),
    now,
    ...by,
  ]);
  const ids = told.map(({ id }) => id);
  await tx.query(VALUES, [ids, open.meter_id]);
  await rebuildMeterMonths(tx, [open.meter_id]);
  if (ids.length > 0) await emitHandIns(tx, ids);
}

// Of a fall all values below the one before are wrong; otherwise the one value; with them odd ones confirmed since.
const WITHDRAW = `
  with wrong as (
    update meter_read r set withdrawn_at = $2 from meter_exception c
    where c.id = $1 and r.meter_id = c.meter_id and r.withdrawn_at is null
      and r.read_at between c.read_at and c.last_read_at
      and (r.read_at = c.read_at or (c.kind = 'fell' and r.value < c.value_before) or exists (
        select from meter_hand_in_value v join meter_hand_in h on h.id = v.hand_in_id
        where v.meter_id = r.meter_id and h.read_at = r.read_at and v.verdict in ('low', 'high', 'jump')))
    returning r.customer_id, r.meter_id, r.read_at, r.value),
  trail as (
    insert into meter_correction (customer_id, meter_id, read_at, value_before, reason, corrected_at, actor_kind, actor_id)
    select customer_id, meter_id, read_at, value, $3, $2, $4, $5 from wrong)
  select read_at, value from wrong`;

// One correction of each first hand-in. A month's closing bears the time of the machine's newest counter: there the
// value tells which reading it was.
const TELL = `
  insert into meter_hand_in (customer_id, branch_id, device_id, read_at, handed_in_at, source, note, corrects,
                             actor_kind, actor_id)
  select distinct on (coalesce(h.corrects, h.id)) h.customer_id, h.branch_id, h.device_id, h.read_at, $4, h.source, $5,
    coalesce(h.corrects, h.id), $6, $7::uuid
  from unnest($2::timestamptz[], $3::bigint[]) as w (read_at, value)
    join meter_hand_in_value v on v.meter_id = $1
    join meter_hand_in h on h.id = v.hand_in_id
      and (h.read_at = w.read_at or (h.source = 'device' and h.read_at > w.read_at and v.value = w.value))
  returning id`;

// The books get the value that counts instead: the one before. Of a first value there is none: it is withdrawn.
const VALUES = `
  insert into meter_hand_in_value (customer_id, hand_in_id, meter_id, value, previous, previous_read_at, verdict)
  select h.customer_id, h.id, v.meter_id, v.previous, v.previous, v.previous_read_at,
    case when v.previous is null then 'withdrawn' else 'corrected' end
  from meter_hand_in h join meter_hand_in_value v on v.hand_in_id = h.corrects and v.meter_id = $2
  where h.id = any($1::uuid[])`;
