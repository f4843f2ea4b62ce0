import type { Tx } from '@platen/platform';

/**
 * Monthly volumes from the parts of each month: a meter's volume is the highest value up to the month's end less
 * the highest one before it (or, in its first month, less its first value). Never negative, and the same in
 * whatever order readings arrived. A later month may change with an earlier one, hence all from the given one on.
 */
const SUM_UP = `
  insert into device_month (customer_id, device_id, month, mono_impressions, color_impressions, total_impressions)
  select customer_id, device_id, month, mono, color,
    coalesce(total, case when mono is not null or color is not null then coalesce(mono, 0) + coalesce(color, 0) end)
  from (
    select m.customer_id, m.device_id, v.month,
      max(v.volume) filter (where m.kind = 'mono') as mono,
      max(v.volume) filter (where m.kind = 'color') as color,
      max(v.volume) filter (where m.kind = 'total') as total
    from unnest($1::uuid[], $2::date[]) as t (device_id, since)
      join meter m on m.device_id = t.device_id and m.kind in ('mono', 'color', 'total')
      cross join lateral (
        select month, highest - coalesce(lag(highest) over (order by month), first_value) as volume
        from (select p.month, p.first_value, max(p.highest_value) over (order by p.month) as highest
              from meter_month p where p.meter_id = m.id) running) v
    where v.month >= t.since
    group by m.customer_id, m.device_id, v.month) volumes
  order by device_id, month
  on conflict (device_id, month) do update set
    mono_impressions = excluded.mono_impressions,
    color_impressions = excluded.color_impressions,
    total_impressions = excluded.total_impressions`;

/** Sums up the months of these devices again, each from its earliest touched month on. */
export async function sumUpDeviceMonths(
  tx: Tx,
  touched: readonly { readonly deviceId: string; readonly month: string }[],
): Promise<void> {
  const since = new Map<string, string>();
  for (const { deviceId, month } of touched) {
    const earliest = since.get(deviceId);
    if (earliest === undefined || month < earliest) since.set(deviceId, month);
  }
  if (since.size > 0) await tx.query(SUM_UP, [[...since.keys()], [...since.values()]]);
}
