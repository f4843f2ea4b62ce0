import { visibleDevices, visibleGroups } from '../visibility/visible-devices.sql';
import type { Visibility } from '../visibility/visibility.policy';
import { type ReportBreakdown, type ReportQuery, kindsOf } from './report-query';
import { type Sql, scopedDevices } from './scoped-devices.sql';

/** One line's volume of one kind in one month. */
export interface VolumeRow {
  /** id, or name of a department; null: the sum of all, or machines without a department */
  readonly key: string | null;
  readonly name: string | null;
  /** what tells two lines of one name apart: serial number and model, or town */
  readonly note: string | null;
  /** how many lines there are, shown or not */
  readonly lines: number;
  /** null: nothing was ever read in these months */
  readonly month: string | null;
  readonly kind: string | null;
  readonly volume: number;
  /** machines read in that month */
  readonly devices: number;
}

const VOLUMES = `m.month::text as month, m.kind, sum(m.volume)::float8 as volume`;

/**
 * The sums of the whole. Where the reader sees all of it, they come from the roll-up of the organisation or of the
 * group, whatever the number of machines; else from the months of the machines that he sees.
 */
export function totalRows(visibility: Visibility, query: ReportQuery): Sql {
  const range = [query.months[0], query.months.at(-1), kindsOf(query)];
  const whole = wholeRollUp(visibility, query, range.length + 1);
  if (whole) {
    return {
      sql: `select ${VOLUMES}, sum(m.devices)::int as devices from ${whole.sql}
        and m.month between $1::date and $2::date and m.kind = any($3::text[]) and m.devices > 0
        group by m.month, m.kind`,
      parameters: [...range, ...whole.parameters],
    };
  }
  const scoped = scopedDevices(visibility, query, range.length + 1);
  return {
    sql: `select ${VOLUMES}, count(*)::int as devices
      from device d join device_month m on m.device_id = d.id
      where ${scoped.sql} and m.month between $1::date and $2::date and m.kind = any($3::text[])
      group by m.month, m.kind`,
    parameters: [...range, ...scoped.parameters],
  };
}

/** True when the sums of the whole are those of everything that belongs to it, seen or not. */
export function seesWhole(visibility: Visibility, query: ReportQuery): boolean {
  return visibility.see !== 'assigned' || query.of === 'GROUP' || query.of === 'DEVICE';
}

function wholeRollUp(visibility: Visibility, { of, ids }: ReportQuery, first: number): Sql | null {
  if (of === 'GROUP' && ids.length === 1) {
    const groups = visibleGroups(visibility, first + 1);
    return {
      sql: `group_month m join device_group g on g.id = m.group_id where g.id = $${first}::uuid and ${groups.sql}`,
      parameters: [ids[0], ...groups.parameters],
    };
  }
  if ((of !== 'ALL' && of !== 'CUSTOMER') || visibility.see === 'assigned') return null;
  const visible = visibleDevices(visibility, first, 'm');
  const at = first + visible.parameters.length;
  return of === 'ALL'
    ? { sql: `customer_month m where ${visible.sql}`, parameters: visible.parameters }
    : {
        sql: `customer_month m where ${visible.sql} and m.customer_id = any($${at}::uuid[])`,
        parameters: [...visible.parameters, ids],
      };
}

/**
 * The lines of a report with the most pages, most first, each with its months; null when it has no lines.
 * A machine that is in two groups counts in both.
 */
export function lineRows(visibility: Visibility, query: ReportQuery): Sql | null {
  if (query.by === 'MONTH') return null;
  if (query.by === 'GROUP' && (query.of === 'ALL' || query.of === 'GROUP'))
    return groupLines(visibility, query);
  const range = [query.months[0], query.months.at(-1), kindsOf(query), query.first];
  const scoped = scopedDevices(visibility, query, range.length + 1);
  const groups = visibleGroups(visibility, range.length + 1 + scoped.parameters.length);
  const { key, name, note, join } = KEYS[query.by](groups.sql);
  return {
    sql: `with scope as materialized (
        select d.id, ${key} as key, ${name} as name, ${note} as note from device d ${join} where ${scoped.sql}),
      ranked as (
        select s.key, min(s.name) as name, min(s.note) as note, sum(m.volume) as pages, (count(*) over ())::int as lines
        from scope s left join device_month m on m.device_id = s.id and m.kind = 'total'
          and m.month between $1::date and $2::date
        group by s.key order by pages desc nulls last, name, s.key limit $4)
      select r.key::text, r.name, r.note, r.lines, ${VOLUMES}, count(m.device_id)::int as devices
      from ranked r join scope s on s.key is not distinct from r.key
        left join device_month m on m.device_id = s.id and m.month between $1::date and $2::date
          and m.kind = any($3::text[])
      group by r.key, r.name, r.note, r.lines, r.pages, m.month, m.kind
      order by r.pages desc nulls last, r.name, r.key`,
    parameters: [...range, ...scoped.parameters, ...(query.by === 'GROUP' ? groups.parameters : [])],
  };
}

interface Key {
  readonly key: string;
  readonly name: string;
  readonly note: string;
  readonly join: string;
}

const KEYS: Readonly<Record<Exclude<ReportBreakdown, 'MONTH'>, (groups: string) => Key>> = {
  DEVICE: () => ({ key: 'd.id', name: 'd.name', note: `d.serial_number || ' · ' || d.model`, join: '' }),
  SITE: () => ({
    key: 'd.site_id',
    name: 's.name',
    note: 's.city',
    join: 'join site s on s.id = d.site_id',
  }),
  DEPARTMENT: () => ({ key: 'd.department', name: 'd.department', note: 'null::text', join: '' }),
  GROUP: (groups) => ({
    key: 'g.id',
    name: 'g.name',
    note: 'null::text',
    join: `join device_group_device gd on gd.device_id = d.id join device_group g on g.id = gd.group_id and ${groups}`,
  }),
};

/** Groups from their own roll-up: who sees a group sees all machines in it. */
function groupLines(visibility: Visibility, query: ReportQuery): Sql {
  const range = [query.months[0], query.months.at(-1), kindsOf(query), query.first];
  const groups = visibleGroups(visibility, range.length + 2);
  return {
    sql: `with ranked as (
        select g.id as key, g.name, sum(m.volume) as pages, (count(*) over ())::int as lines
        from device_group g left join group_month m on m.group_id = g.id and m.kind = 'total'
          and m.month between $1::date and $2::date and m.devices > 0
        where ($5::uuid[] is null or g.id = any($5::uuid[])) and ${groups.sql}
        group by g.id order by pages desc nulls last, g.name, g.id limit $4)
      select r.key::text, r.name, null as note, r.lines, m.month::text as month, m.kind, m.volume::float8 as volume,
        m.devices
      from ranked r left join group_month m on m.group_id = r.key and m.month between $1::date and $2::date
        and m.kind = any($3::text[]) and m.devices > 0
      order by r.pages desc nulls last, r.name, r.key`,
    parameters: [...range, query.of === 'GROUP' ? query.ids : null, ...groups.parameters],
  };
}
