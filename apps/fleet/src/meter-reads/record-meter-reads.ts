import type { MeterUnit } from '@platen/contracts';
import type { Tx } from '@platen/platform';
import type { ReadSource } from '../enums';

/** Counter values by columns, their devices locked by this transaction. */
export interface MeterReadColumns {
  readonly deviceId: readonly string[];
  readonly kind: readonly string[];
  readonly unit: readonly MeterUnit[];
  readonly readAt: readonly Date[];
  readonly value: readonly number[];
}

/** What became of them. */
export interface RecordedReads {
  /** values that are new */
  readonly accepted: number;
  /** months whose parts changed, of meters that count impressions: their volumes are to be summed up again */
  readonly touched: readonly { readonly deviceId: string; readonly month: string }[];
}

const MAKE_METERS = `
  with missing as materialized (
    select r.device_id, r.kind, min(r.unit) as unit
    from unnest($1::uuid[], $2::text[], $3::text[]) as r (device_id, kind, unit)
    where not exists (select 1 from meter m where m.device_id = r.device_id and m.kind = r.kind)
    group by r.device_id, r.kind)
  insert into meter (customer_id, device_id, kind, unit)
  select d.customer_id, n.device_id, n.kind, n.unit from missing n join device d on d.id = n.device_id`;

/**
 * One statement stores the values, sums up their months, moves the meters and finds what fell; every part of it
 * sees the tables as they were before.
 *
 * A counter only grows, so its value is the highest one read, and a month ends at the highest value up to its end:
 * both are the same in whatever order values arrive. A value below an earlier one is history and a case for a
 * person. Only values that arrive late look at their neighbours; all others are compared with the meter itself.
 */
const RECORD_READS = `
  with incoming as (
    select distinct on (m.id, r.read_at) m.id as meter_id, m.customer_id, r.read_at, r.value,
      m.value as highest, m.read_at as highest_at
    from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::bigint[]) as r (device_id, kind, read_at, value)
      join meter m on m.device_id = r.device_id and m.kind = r.kind
    order by m.id, r.read_at, r.value desc),
  stored as (
    insert into meter_read (customer_id, meter_id, read_at, value, source, confidence)
    select customer_id, meter_id, read_at, value, $6, $7 from incoming
    on conflict do nothing
    returning customer_id, meter_id, read_at, value),
  parts as (
    insert into meter_month as p (customer_id, meter_id, month, first_read_at, first_value, highest_value)
    select customer_id, meter_id, date_trunc('month', read_at at time zone 'UTC')::date, min(read_at),
      (array_agg(value order by read_at))[1], max(value)
    from stored group by 1, 2, 3
    on conflict (meter_id, month) do update set
      first_value = case when excluded.first_read_at < p.first_read_at then excluded.first_value else p.first_value end,
      first_read_at = least(excluded.first_read_at, p.first_read_at),
      highest_value = greatest(excluded.highest_value, p.highest_value)
    where excluded.first_read_at < p.first_read_at or excluded.highest_value > p.highest_value
    returning meter_id, month),
  moved as (
    update meter m set value = top.value, read_at = top.read_at, source = $6
    from (select distinct on (meter_id) meter_id, value, read_at from stored
          order by meter_id, value desc, read_at desc) top
    where m.id = top.meter_id and (m.value is null or (top.value, top.read_at) > (m.value, m.read_at))),
  judged as (
    select i.*, max(i.value) over (partition by i.meter_id order by i.read_at
                                   rows between unbounded preceding and 1 preceding) as before_here
    from incoming i join stored s on s.meter_id = i.meter_id and s.read_at = i.read_at),
  fallen as (
    select j.customer_id, j.meter_id, j.read_at, j.value, b.value_before
    from judged j cross join lateral (select greatest(j.before_here, case
      when j.highest_at < j.read_at then j.highest
      when j.highest_at is not null then (
        select e.value from meter_read e where e.meter_id = j.meter_id and e.read_at < j.read_at
        order by e.read_at desc limit 1) end) as value_before) b
    where j.value < b.value_before
    union all
    select j.customer_id, j.meter_id, n.read_at, n.value, j.value
    from judged j cross join lateral (
      select e.read_at, e.value from meter_read e where e.meter_id = j.meter_id and e.read_at > j.read_at
      order by e.read_at limit 1) n
    where j.highest_at > j.read_at and n.value < j.value),
  cases as (
    insert into meter_exception as c (customer_id, meter_id, kind, value_before, value, read_at, last_value,
                                      last_read_at, opened_at)
    select customer_id, meter_id, 'fell', (array_agg(value_before order by read_at))[1],
      (array_agg(value order by read_at))[1], min(read_at), (array_agg(value order by read_at desc))[1],
      max(read_at), $5::timestamptz
    from fallen group by customer_id, meter_id
    on conflict (meter_id) where resolved_at is null do update set
      last_value = excluded.last_value, last_read_at = excluded.last_read_at
    where excluded.last_read_at > c.last_read_at)
  select (select count(*)::int from stored) as accepted,
    coalesce((select json_agg(json_build_object('deviceId', m.device_id, 'month', p.month))
              from parts p join meter m on m.id = p.meter_id
              where m.kind in ('total', 'mono', 'color')), '[]') as touched`;

/** Who told a value, and how far it can be trusted. */
export interface ReadOrigin {
  readonly source: ReadSource;
  readonly confidence: 'measured' | 'stated' | 'estimated';
}

/** A device told its own counter. */
export const toldByDevice: ReadOrigin = { source: 'device', confidence: 'measured' };

/** Records values of counters. Known ones change nothing. */
export async function recordMeterReads(
  tx: Tx,
  reads: MeterReadColumns,
  origin: ReadOrigin,
  now: Date,
): Promise<RecordedReads> {
  if (reads.value.length === 0) return { accepted: 0, touched: [] };
  await tx.query(MAKE_METERS, [reads.deviceId, reads.kind, reads.unit]);
  const [recorded] = await tx.query<RecordedReads & Record<string, unknown>>(RECORD_READS, [
    reads.deviceId,
    reads.kind,
    reads.readAt,
    reads.value,
    now,
    origin.source,
    origin.confidence,
  ]);
  if (!recorded) throw new Error('A statement without from always gives one row.');
  return recorded;
}
