import type { Visibility } from '../visibility/visibility.policy';
import type { ReportQuery } from './report-query';
import { type Sql, scopedDevices } from './scoped-devices.sql';

/** How far a month is known: machines that were there, and those of them that were read. */
export interface MonthCoverage {
  /** yyyy-mm-01 */
  readonly month: string;
  /** machines in use in that month: from their installation, or their first reading, to their last day */
  readonly expected: number;
  readonly read: number;
}

export interface CoverageRow {
  readonly month: string;
  readonly expected: number;
  readonly read: number;
  /** the same in every row: machines in use that were never read at all */
  readonly neverRead: number;
}

/** What stands behind the figures of each month of a report. A row for each month. */
export function coverageRows(visibility: Visibility, query: ReportQuery): Sql {
  const scoped = scopedDevices(visibility, query, 2);
  return {
    sql: `with life as materialized (
        select d.id, date_trunc('month', d.retired_at at time zone 'UTC')::date as until,
          least(date_trunc('month', d.installed_on)::date, f.month) as since, f.month is null as unread
        from device d left join lateral (
          select m.month from device_month m where m.device_id = d.id order by m.month limit 1) f on true
        where ${scoped.sql} and d.lifecycle <> 'planned'),
      expected as (
        select w.month, count(*)::int as devices
        from unnest($1::date[]) w (month) join life l on l.since <= w.month and (l.until is null or l.until >= w.month)
        group by w.month),
      found as (
        select m.month, count(*)::int as devices
        from life l join device_month m on m.device_id = l.id and m.kind = 'total' and m.month = any($1::date[])
        group by m.month)
      select w.month::text as month, coalesce(e.devices, 0) as expected, coalesce(f.devices, 0) as read,
        (select count(*)::int from life where unread and until is null) as "neverRead"
      from unnest($1::date[]) w (month)
        left join expected e using (month) left join found f using (month)
      order by w.month`,
    parameters: [query.months, ...scoped.parameters],
  };
}

/** Where the newest counter of each machine of a report comes from: machines by source. */
export function sourceRows(visibility: Visibility, query: ReportQuery): Sql {
  const scoped = scopedDevices(visibility, query, 1);
  return {
    sql: `select m.source, count(distinct d.id)::int as devices
      from device d join meter m on m.device_id = d.id and m.kind = 'total' and m.source is not null
      where ${scoped.sql} group by m.source order by devices desc, m.source`,
    parameters: scoped.parameters,
  };
}
