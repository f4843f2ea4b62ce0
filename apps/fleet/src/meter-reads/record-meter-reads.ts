import type { Tx } from '@platen/platform';
import { holdMemberships } from '../groups/lock-memberships';
import {
  type LateMeter,
  type MonthsChanged,
  sumUpLateMonths,
  sumUpTotals,
  unmeteredAmong,
} from './late-months';
import {
  JUMP,
  JUMP_A_DAY,
  type MeterReadColumns,
  READS,
  type ReadOrigin,
  readParameters,
  sharedColumnsOf,
} from './meter-read-columns';
import { type RollupChange, rollupChangesOf } from './month-rollups';
import { planForItself } from './plan-for-itself';
import { recordNextReads } from './record-next-reads';
import { monthAt, offsetAt } from './running-value.sql';

/** What became of them. */
export interface RecordedReads {
  /** values that are new */
  readonly accepted: number;
  /** what months of groups and customers are to hear at the end of the transaction */
  readonly rollups: readonly RollupChange[];
}

const MAKE_METERS = `
  with missing as materialized (
    select r.device_id, r.kind, min(r.unit) as unit
    from unnest($1::uuid[], $2::text[], $3::text[]) as r (device_id, kind, unit)
    where not exists (select 1 from meter m where m.device_id = r.device_id and m.kind = r.kind)
    group by r.device_id, r.kind)
  insert into meter (customer_id, device_id, kind, unit)
  select d.customer_id, n.device_id, n.kind, n.unit from missing n join device d on d.id = n.device_id`;

const SUMMED = 'select * from summed';

/** Of a month that has readings already, written `v`, and of new ones of it, written `excluded`. */
const FIRST =
  'case when v.first_read_at < excluded.first_read_at then v.first_value else excluded.first_value end';
const BASE = 'case when v.highest_value is null then excluded.base_value else v.base_value end';

/**
 * One statement stores the values, sums up their months, moves the meters and finds what fell or jumped; every part
 * of it sees the tables as they were before.
 *
 * A running value only grows, so a meter's value is the one with the highest running value read, and a month ends at
 * the highest one up to its end: both are the same in whatever order values arrive. A value below an earlier one is
 * history and a case for a person. Only values that arrive late look at their neighbours; all others are compared
 * with the meter itself.
 */
const RECORD_READS = `
  with asked as materialized (
    select m.id, m.customer_id, r.device_id, r.kind, r.read_at, r.value, m.value + m.value_offset as highest,
      m.read_at as highest_at, m.latest_month, m.reset_at, m.reset_offset
    from ${READS} r
      left join meter m on m.device_id = r.device_id and m.kind = r.kind),
  incoming as (
    select distinct on (id, read_at) id as meter_id, customer_id, device_id, kind, read_at, value,
      value + ${offsetAt('asked', 'read_at')} as running, ${monthAt('read_at')} as month,
      highest, highest_at, latest_month, reset_at, reset_offset
    from asked where id is not null
    order by id, read_at, value desc),
  stored as (
    insert into meter_read (customer_id, meter_id, read_at, value, source, confidence)
    select customer_id, meter_id, read_at, value, $9, $10 from incoming
    on conflict do nothing
    returning meter_id, read_at),
  fresh as (
    select i.* from incoming i join stored s on s.meter_id = i.meter_id and s.read_at = i.read_at),
  parts as (
    select meter_id, customer_id, device_id, kind, month, latest_month, highest, min(read_at) as first_read_at,
      (array_agg(running order by read_at))[1] as first_value, max(running) as highest_value
    from fresh group by meter_id, customer_id, device_id, kind, month, latest_month, highest),
  based as (
    select *, greatest(highest, max(highest_value) over (partition by meter_id order by month
                                 rows between unbounded preceding and 1 preceding)) as base_value
    from parts),
  summed as (
    insert into device_month as v (customer_id, device_id, month, kind, volume, first_read_at, first_value,
                                   highest_value, base_value)
    select customer_id, device_id, month, kind,
      greatest(highest_value, base_value) - coalesce(base_value, first_value),
      first_read_at, first_value, highest_value, base_value
    from based order by device_id, month, kind
    on conflict (device_id, month, kind) do update set
      volume = greatest(excluded.highest_value, v.highest_value, ${BASE})
        - coalesce(${BASE}, ${FIRST}),
      first_value = ${FIRST},
      first_read_at = least(excluded.first_read_at, v.first_read_at),
      highest_value = greatest(excluded.highest_value, v.highest_value),
      base_value = ${BASE}
    where v.highest_value is null or excluded.first_read_at < v.first_read_at
      or excluded.highest_value > v.highest_value
    returning v.customer_id, v.device_id, v.month, v.kind, new.volume - coalesce(old.volume, 0) as volume,
      (old.device_id is null)::int as devices),
  moved as (
    update meter m set latest_month = greatest(m.latest_month, top.last_month),
      value = case when top.higher then top.value else m.value end,
      value_offset = case when top.higher then top.running - top.value else m.value_offset end,
      read_at = case when top.higher then top.read_at else m.read_at end,
      source = case when top.higher then $9 else m.source end,
      last_read_at = greatest(m.last_read_at, m.read_at, top.last_at)
    from (select distinct on (meter_id) meter_id, value, running, read_at, latest_month,
            max(month) over (partition by meter_id) as last_month,
            max(read_at) over (partition by meter_id) as last_at,
            highest is null or (running, read_at) > (highest, highest_at) as higher
          from fresh order by meter_id, running desc, read_at desc) top
    where m.id = top.meter_id and (top.higher or top.latest_month is null or top.last_month > top.latest_month
      or m.last_read_at is null or top.last_at > m.last_read_at)),
  judged as (
    select f.*, lag(f.running) over earlier as running_here, lag(f.read_at) over earlier as at_here,
      max(f.running) over (earlier rows between unbounded preceding and 1 preceding) as highest_here
    from fresh f window earlier as (partition by f.meter_id order by f.read_at)),
  compared as (
    select j.*, greatest(j.highest_here, n.running_before) as highest_before,
      coalesce(j.running_here, n.running_before) as last_running, coalesce(j.at_here, n.at_before) as last_at
    from judged j cross join lateral (
      select j.highest as running_before, j.highest_at as at_before) n
    where j.highest_at is null or j.highest_at < j.read_at
    union all
    select j.*, greatest(j.highest_here, n.running_before),
      coalesce(j.running_here, n.running_before), coalesce(j.at_here, n.at_before)
    from judged j left join lateral (
      select e.value + ${offsetAt('j', 'e.read_at', 'meter_id')} as running_before, e.read_at as at_before
      from meter_read e
      where e.meter_id = j.meter_id and e.read_at < j.read_at and e.withdrawn_at is null
      order by e.read_at desc limit 1) n on true
    where j.highest_at >= j.read_at),
  odd as (
    select customer_id, meter_id, read_at, value, case when running < highest_before then 'fell' else 'jumped' end as kind,
      case when running < highest_before then highest_before else last_running end + value - running as value_before
    from compared
    where running < highest_before
      or (running - last_running >= ${JUMP}
        and running - last_running > ${JUMP_A_DAY} * extract(epoch from read_at - last_at) / 86400)
    union all
    select j.customer_id, j.meter_id, n.read_at, n.value, 'fell', j.value
    from judged j cross join lateral (
      select e.read_at, e.value, e.value + ${offsetAt('j', 'e.read_at', 'meter_id')} as running from meter_read e
      where e.meter_id = j.meter_id and e.read_at > j.read_at and e.withdrawn_at is null
      order by e.read_at limit 1) n
    where j.highest_at > j.read_at and n.running < j.running),
  cases as (
    insert into meter_exception as c (customer_id, meter_id, kind, value_before, value, read_at, last_value,
                                      last_read_at, opened_at)
    select customer_id, meter_id, (array_agg(kind order by read_at))[1], greatest((array_agg(value_before order by read_at))[1], 0),
      (array_agg(value order by read_at))[1], min(read_at), (array_agg(value order by read_at desc))[1],
      max(read_at), $8::timestamptz
    from odd group by customer_id, meter_id
    on conflict (meter_id) where resolved_at is null do update set
      last_value = excluded.last_value, last_read_at = excluded.last_read_at
    where excluded.last_read_at > c.last_read_at)
  select (select count(*)::int from stored) as accepted, ${rollupChangesOf(SUMMED)} as rollups,
    ${unmeteredAmong(SUMMED)} as unmetered, (select count(*)::int from asked where id is null) as meterless,
    coalesce((select json_agg(json_build_object('meterId', l.meter_id, 'since', l.since))
              from (select meter_id, min(month) as since from parts where month < latest_month group by meter_id) l),
      '[]') as late`;

interface Recorded extends MonthsChanged, Record<string, unknown> {
  readonly accepted: number;
  readonly late: readonly LateMeter[];
  /** values of counters that the device never told before */
  readonly meterless: number;
}

/**
 * Records values of counters and what their devices made in the months that they touch. Known ones change nothing.
 * @returns what `addToRollups` is to be given before the transaction ends
 */
export async function recordMeterReads(
  tx: Tx,
  reads: MeterReadColumns,
  origin: ReadOrigin,
  now: Date,
): Promise<RecordedReads> {
  if (reads.value.length === 0) return { accepted: 0, rollups: [] };
  const [, , next] = await Promise.all([
    planForItself(tx),
    holdMemberships(tx, [...new Set(reads.deviceId)]),
    recordNextReads(tx, reads, origin),
  ]);
  const recorded = [await withTotals(tx, next)];
  if (next.others.value.length > 0) recorded.push(...(await recordOthers(tx, next.others, origin, now)));
  return {
    accepted: recorded.reduce((sum, { accepted }) => sum + accepted, 0),
    rollups: recorded.flatMap(({ rollups }) => rollups),
  };
}

/** Records values that may come in any order, of counters that may be new. */
async function recordOthers(
  tx: Tx,
  reads: MeterReadColumns,
  origin: ReadOrigin,
  now: Date,
): Promise<RecordedReads[]> {
  const known = await recordKnown(tx, reads, origin, now);
  if (known.meterless === 0) return [known];
  // A new counter is seen once in its life: then all is done a second time, and what was recorded stays as it is.
  await tx.query(MAKE_METERS, [reads.deviceId, reads.kind, reads.unit]);
  return [known, await recordKnown(tx, reads, origin, now)];
}

/** Records the values whose meters exist. */
async function recordKnown(
  tx: Tx,
  reads: MeterReadColumns,
  origin: ReadOrigin,
  now: Date,
): Promise<RecordedReads & { readonly meterless: number }> {
  const [recorded] = await tx.query<Recorded>(RECORD_READS, [
    ...readParameters(sharedColumnsOf(reads), reads.value),
    now,
    origin.source,
    origin.confidence,
  ]);
  if (!recorded) throw new Error('A statement without from always gives one row.');
  const { accepted, meterless } = recorded;
  const late = await sumUpLateMonths(tx, recorded.late);
  return {
    ...(await withTotals(tx, {
      accepted,
      rollups: [...recorded.rollups, ...late.rollups],
      unmetered: [...recorded.unmetered, ...late.unmetered],
    })),
    meterless,
  };
}

/** What was recorded, with the totals that no meter told. */
async function withTotals(
  tx: Tx,
  { accepted, rollups, unmetered }: MonthsChanged & Pick<RecordedReads, 'accepted'>,
): Promise<RecordedReads> {
  return { accepted, rollups: [...rollups, ...(await sumUpTotals(tx, unmetered))] };
}
