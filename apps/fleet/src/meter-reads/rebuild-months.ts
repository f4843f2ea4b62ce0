import type { Tx } from '@platen/platform';
import { holdMemberships } from '../groups/lock-memberships';
import { type UnmeteredTotal, sumUpTotals } from './late-months';
import { type RollupChange, addToRollups, rollupChangesOf } from './month-rollups';
import { monthAt, offsetAt } from './running-value.sql';

/** In the order of ids everywhere: a poll of one of these devices waits until their months are right. */
const LOCK_DEVICES = `
  select id from device where id in (select device_id from meter where id = any($1::uuid[]))
  order by id for no key update`;

const CHANGED = `select customer_id, device_id, month, kind, volume, devices from written
  union all select customer_id, device_id, month, kind, volume, devices from gone`;

/**
 * All months of some meters again, from nothing but readings and resets. Months whose readings were given up are left
 * as they are; what follows starts from them.
 */
const REBUILD = `
  with target as materialized (
    select m.*, f.since, b.highest_before, b.month_before
    from meter m cross join (select greatest(first_month_of_reads(), $2::date) as since) f
      left join lateral (
        select greatest(p.highest_value, p.base_value) as highest_before, p.month as month_before from device_month p
        where p.device_id = m.device_id and p.kind = m.kind and p.month < f.since and p.highest_value is not null
        order by p.month desc limit 1) b on true
    where m.id = any($1::uuid[])),
  readings as materialized (
    select t.id, r.read_at, r.value, r.source, r.value + ${offsetAt('t', 'r.read_at')} as running
    from target t join meter_read r on r.meter_id = t.id and r.withdrawn_at is null),
  parts as (
    select r.id, ${monthAt('r.read_at')} as month, min(r.read_at) as first_read_at,
      (array_agg(r.running order by r.read_at))[1] as first_value, max(r.running) as highest_value
    from readings r join target t on t.id = r.id where ${monthAt('r.read_at')} >= t.since group by 1, 2),
  based as (
    select t.customer_id, t.device_id, t.kind, p.*,
      greatest(t.highest_before, max(p.highest_value) over (partition by p.id order by p.month
                                              rows between unbounded preceding and 1 preceding)) as base_value
    from parts p join target t on t.id = p.id),
  gone as (
    delete from device_month v using target t
    where v.device_id = t.device_id and v.kind = t.kind and v.month >= t.since and v.highest_value is not null
      and not exists (select 1 from parts p where p.id = t.id and p.month = v.month)
    returning v.customer_id, v.device_id, v.month, v.kind, -v.volume as volume, -1 as devices),
  written as (
    insert into device_month as v (customer_id, device_id, month, kind, volume, first_read_at, first_value,
                                   highest_value, base_value)
    select customer_id, device_id, month, kind,
      greatest(highest_value, base_value) - coalesce(base_value, first_value),
      first_read_at, first_value, highest_value, base_value
    from based order by device_id, month, kind
    on conflict (device_id, month, kind) do update set
      volume = excluded.volume, first_read_at = excluded.first_read_at, first_value = excluded.first_value,
      highest_value = excluded.highest_value, base_value = excluded.base_value
    where (v.volume, v.first_read_at, v.first_value, v.highest_value, v.base_value) is distinct from
      (excluded.volume, excluded.first_read_at, excluded.first_value, excluded.highest_value, excluded.base_value)
    returning v.customer_id, v.device_id, v.month, v.kind, new.volume - coalesce(old.volume, 0) as volume,
      (old.device_id is null)::int as devices, old.volume as before, new.volume as after),
  top as (
    select t.id, coalesce((select max(p.month) from parts p where p.id = t.id), t.month_before) as last_month,
      case when k.stays then t.value else n.value end as value,
      case when k.stays then t.value_offset else coalesce(n.running - n.value, 0) end as value_offset,
      case when k.stays then t.read_at else n.read_at end as read_at,
      case when k.stays then t.source else n.source end as source
    from target t
      left join lateral (
        select r.read_at, r.value, r.source, r.running from readings r where r.id = t.id
        order by r.running desc, r.read_at desc limit 1) n on true
      cross join lateral (
        select t.read_at < t.since and coalesce(t.value + t.value_offset > n.running, true) as stays) k),
  moved as (
    update meter m set latest_month = top.last_month, value = top.value, value_offset = top.value_offset,
      read_at = top.read_at, source = top.source
    from top where m.id = top.id
      and (m.latest_month, m.value, m.value_offset, m.read_at, m.source)
        is distinct from (top.last_month, top.value, top.value_offset, top.read_at, top.source))
  select ${rollupChangesOf(CHANGED)} as rollups,
    coalesce((select json_agg(json_build_object('id', device_id, 'month', month, 'kind', kind, 'before', before, 'after', after))
              from (select device_id, month, kind, before, after from written
                    union all select device_id, month, kind, -volume, null from gone) c), '[]') as changes`;

/** Totals that no meter told, of devices of these meters: which have to be summed up, and which have nothing to sum. */
const UNMETERED = `
  select distinct v.device_id as "deviceId", v.month::text as month from device_month v
  where v.device_id in (select device_id from meter where id = any($1::uuid[])) and v.kind in ('mono', 'color')
    and not exists (select 1 from device_month t where t.device_id = v.device_id and t.month = v.month
                      and t.kind = 'total' and t.highest_value is not null)`;
const DROP_EMPTY_TOTALS = `
  with gone as (
    delete from device_month v
    where v.device_id in (select device_id from meter where id = any($1::uuid[]))
      and v.kind = 'total' and v.highest_value is null
      and not exists (select 1 from device_month p where p.device_id = v.device_id and p.month = v.month
                        and p.kind in ('mono', 'color'))
    returning v.customer_id, v.device_id, v.month, v.kind, -v.volume as volume, -1 as devices)
  select ${rollupChangesOf('select * from gone')} as rollups`;

/** A month that was not what readings say. */
export interface MonthCorrected {
  /** of the device, group or customer */
  readonly id: string;
  readonly month: string;
  readonly kind: string;
  /** null: there was none */
  readonly before: number | null;
  /** null: there is none */
  readonly after: number | null;
}

/**
 * Sums up the months of these meters again and finds their present value, after a reset was declared or a reading
 * withdrawn or corrected. The months of their groups and customers follow.
 * @param since  yyyy-mm-dd: months before it are left as they are
 * @returns what was not right before
 */
export async function rebuildMeterMonths(
  tx: Tx,
  meterIds: readonly string[],
  since: string | null = null,
): Promise<MonthCorrected[]> {
  if (meterIds.length === 0) return [];
  const devices = await tx.query<{ id: string }>(LOCK_DEVICES, [meterIds]);
  await holdMemberships(
    tx,
    devices.map(({ id }) => id),
  );
  const [rebuilt] = await tx.query<Rebuilt>(REBUILD, [meterIds, since]);
  const totals = await sumUpTotals(tx, await tx.query<UnmeteredTotal & Row>(UNMETERED, [meterIds]));
  const [dropped] = await tx.query<Pick<Rebuilt, 'rollups'>>(DROP_EMPTY_TOTALS, [meterIds]);
  await addToRollups(tx, [...(rebuilt?.rollups ?? []), ...totals, ...(dropped?.rollups ?? [])]);
  return rebuilt?.changes ?? [];
}

type Row = Record<string, unknown>;

interface Rebuilt extends Row {
  readonly rollups: RollupChange[];
  readonly changes: MonthCorrected[];
}
