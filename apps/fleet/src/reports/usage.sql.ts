import type { Visibility } from '../visibility/visibility.policy';
import type { ReportQuery } from './report-query';
import { type Sql, scopedDevices } from './scoped-devices.sql';

/**
 * The open rule: a machine is judged by its mean month. Where its model recommends a volume, that range decides; else
 * it is compared with the median of the report's machines, of which there must be enough.
 */
export const usageRule = {
  /** full months a machine needs before it is judged */
  leastMonths: 3,
  /** machines that a comparison needs */
  leastDevices: 10,
  /** less than the median divided by this: little used; more than the median times this: much used */
  factor: 4,
} as const;

/** A machine outside its range. */
export interface UsedDevice {
  readonly deviceId: string;
  readonly name: string;
  readonly serialNumber: string;
  readonly model: string;
  /** pages of its mean month, rounded */
  readonly monthlyMean: number;
  readonly rangeFrom: number;
  readonly rangeTo: number;
  readonly rule: 'MODEL' | 'FLEET';
}

export interface UsageRow extends UsedDevice {
  readonly side: 'UNDER' | 'OVER' | null;
  readonly judged: number;
  readonly under: number;
  readonly over: number;
  readonly median: number | null;
}

/**
 * The machines furthest outside their range on each side, and how many there are. The running month and the month of
 * a machine's first reading are no full months; a gap inside is bridged, because the next reading holds its pages.
 */
export function usageRows(
  visibility: Visibility,
  query: ReportQuery,
  runningMonth: string,
  first: number,
): Sql {
  const scoped = scopedDevices(visibility, query, 5);
  return {
    sql: `with means as materialized (
        select d.id, d.name, d.serial_number, d.model, d.maker, d.branch_id, v.pages / v.months as mean
        from device d
          cross join lateral (
            select min(m.month) as month from device_month m where m.device_id = d.id and m.kind = 'total') f
          cross join lateral (
            select sum(m.volume)::float8 as pages,
              12 * extract(year from age(max(m.month), min(m.month))) + extract(month from age(max(m.month), min(m.month)))
                + 1 as months
            from device_month m where m.device_id = d.id and m.kind = 'total' and m.month > f.month
              and m.month between $1::date and $2::date and m.month < $3::date) v
        where ${scoped.sql} and d.retired_at is null and v.months >= ${usageRule.leastMonths}),
      middle as (
        select percentile_cont(0.5) within group (order by mean) as median, count(*)::int as devices from means),
      ranged as (
        select n.*, y.median, y.devices as judged, c.monthly_to::float8 as recommended_to,
          case when c.monthly_to is not null then coalesce(c.monthly_from, 0)::float8 end as recommended_from
        from means n cross join middle y
          left join device_model c on c.branch_id = n.branch_id and c.key = model_key(n.maker, n.model)),
      judged as (
        select r.*, coalesce(recommended_from, case when judged >= ${usageRule.leastDevices}
            then median / ${usageRule.factor} end) as range_from,
          coalesce(recommended_to, case when judged >= ${usageRule.leastDevices}
            then median * ${usageRule.factor} end) as range_to,
          case when recommended_to is null then 'FLEET' else 'MODEL' end as rule
        from ranged r),
      sided as (
        select j.*, case when mean < range_from then 'UNDER' when mean > range_to then 'OVER' end as side from judged j),
      placed as (
        select s.*, row_number() over (partition by side order by
          case side when 'UNDER' then mean / range_from else range_to / mean end, name, id) as place
        from sided s)
      select p.id as "deviceId", p.name, p.serial_number as "serialNumber", p.model, round(p.mean)::float8 as "monthlyMean",
        round(p.range_from)::float8 as "rangeFrom", round(p.range_to)::float8 as "rangeTo", p.rule, p.side,
        c.judged, c.under, c.over, y.median
      from (select count(*) filter (where range_to is not null)::int as judged,
              count(*) filter (where side = 'UNDER')::int as under, count(*) filter (where side = 'OVER')::int as over
            from sided) c
        cross join middle y
        left join placed p on p.side is not null and p.place <= $4
      order by p.side, p.place`,
    parameters: [query.months[0], query.months.at(-1), runningMonth, first, ...scoped.parameters],
  };
}
