import type { Tx } from '@platen/platform';
import { type RollupChange, rollupChangesOf } from './month-rollups';

/** A meter that got readings of a month before its last one. */
export interface LateMeter {
  readonly meterId: string;
  readonly since: string;
}

/** A month of a device whose total no meter told, so it is the sum of mono and color. */
export interface UnmeteredTotal {
  readonly deviceId: string;
  readonly month: string;
}

/** What a statement did to months of devices. */
export interface MonthsChanged {
  readonly rollups: readonly RollupChange[];
  readonly unmetered: readonly UnmeteredTotal[];
}

/**
 * SQL for the months among `changed` whose total may have to be summed up from mono and color: theirs changed and no
 * total did. Where a meter tells the total after all, `sumUpTotals` leaves it as it is.
 */
export function unmeteredAmong(changed: string): string {
  return `coalesce((select json_agg(json_build_object('deviceId', u.device_id, 'month', u.month))
    from (select c.device_id, c.month from (${changed}) c group by c.device_id, c.month
          having bool_or(c.kind in ('mono', 'color')) and not bool_or(c.kind = 'total')) u), '[]')`;
}

/** What stood before a late reading stays; what comes after it starts from a higher value, or was not the first. */
const SUM_UP_LATE = `
  with late as materialized (
    select m.device_id, m.kind, l.since, b.highest
    from unnest($1::uuid[], $2::date[]) as l (meter_id, since) join meter m on m.id = l.meter_id
      left join lateral (
        select greatest(p.highest_value, p.base_value) as highest from device_month p
        where p.device_id = m.device_id and p.kind = m.kind and p.month < l.since and p.highest_value is not null
        order by p.month desc limit 1) b on true),
  based as (
    select v.device_id, v.month, v.kind,
      greatest(l.highest, max(v.highest_value) over (partition by v.device_id, v.kind order by v.month
                                                     rows between unbounded preceding and 1 preceding)) as base_value
    from late l join device_month v on v.device_id = l.device_id and v.kind = l.kind and v.month >= l.since
    where v.highest_value is not null),
  summed as (
    update device_month v set base_value = b.base_value,
      volume = greatest(v.highest_value, b.base_value) - coalesce(b.base_value, v.first_value)
    from based b
    where v.device_id = b.device_id and v.month = b.month and v.kind = b.kind
      and (v.base_value is distinct from b.base_value
        or v.volume <> greatest(v.highest_value, b.base_value) - coalesce(b.base_value, v.first_value))
    returning v.customer_id, v.device_id, v.month, v.kind, new.volume - old.volume as volume, 0 as devices)
  select ${rollupChangesOf('select * from summed')} as rollups, ${unmeteredAmong('select * from summed')} as unmetered`;

const SUM_UP_TOTALS = `
  with summed as (
    insert into device_month as v (customer_id, device_id, month, kind, volume)
    select p.customer_id, p.device_id, p.month, 'total', sum(p.volume)
    from (select distinct * from unnest($1::uuid[], $2::date[]) as u (device_id, month)) u
      join device_month p on p.device_id = u.device_id and p.month = u.month and p.kind in ('mono', 'color')
    group by p.customer_id, p.device_id, p.month order by p.device_id, p.month
    on conflict (device_id, month, kind) do update set volume = excluded.volume
    where v.highest_value is null and v.volume <> excluded.volume
    returning v.customer_id, v.device_id, v.month, v.kind, new.volume - coalesce(old.volume, 0) as volume,
      (old.device_id is null)::int as devices)
  select ${rollupChangesOf('select * from summed')} as rollups`;

/** Sums up the months of these meters again, each from its first late month on. */
export async function sumUpLateMonths(tx: Tx, late: readonly LateMeter[]): Promise<MonthsChanged> {
  if (late.length === 0) return { rollups: [], unmetered: [] };
  const [changed] = await tx.query<MonthsChanged & Record<string, unknown>>(SUM_UP_LATE, [
    late.map(({ meterId }) => meterId),
    late.map(({ since }) => since),
  ]);
  return changed ?? { rollups: [], unmetered: [] };
}

/** Gives months without a meter of the total the sum of mono and color. */
export async function sumUpTotals(tx: Tx, unmetered: readonly UnmeteredTotal[]): Promise<RollupChange[]> {
  if (unmetered.length === 0) return [];
  const [changed] = await tx.query<{ rollups: RollupChange[] }>(SUM_UP_TOTALS, [
    unmetered.map(({ deviceId }) => deviceId),
    unmetered.map(({ month }) => month),
  ]);
  return changed?.rollups ?? [];
}
