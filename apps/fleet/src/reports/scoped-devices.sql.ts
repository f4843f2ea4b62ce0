import { visibleDevices, visibleGroups } from '../visibility/visible-devices.sql';
import type { Visibility } from '../visibility/visibility.policy';
import type { ReportQuery, ReportScope } from './report-query';

/** A piece of SQL and the values of its parameters, in the order of their numbers. */
export interface Sql {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/**
 * Condition on `device d`: the machines of a report that its reader sees (R30). Machines that are no longer in use
 * belong to it: what they printed was printed.
 * @param first  number of the first parameter that it may use
 */
export function scopedDevices(
  visibility: Visibility,
  { of, ids }: Pick<ReportQuery, 'of' | 'ids'>,
  first: number,
): Sql {
  const visible = visibleDevices(visibility, first);
  if (of === 'ALL') return visible;
  const at = first + visible.parameters.length;
  if (of !== 'GROUP') {
    return {
      sql: `${visible.sql} and ${CONDITIONS[of](`$${at}`)}`,
      parameters: [...visible.parameters, ids],
    };
  }
  const groups = visibleGroups(visibility, at + 1);
  return {
    sql: `${visible.sql} and d.id = any(array(
      select gd.device_id from device_group_device gd join device_group g on g.id = gd.group_id
      where g.id = any($${at}::uuid[]) and ${groups.sql}))`,
    parameters: [...visible.parameters, ids, ...groups.parameters],
  };
}

const CONDITIONS: Readonly<Record<Exclude<ReportScope, 'ALL' | 'GROUP'>, (ids: string) => string>> = {
  CUSTOMER: (ids) => `d.customer_id = any(${ids}::uuid[])`,
  SITE: (ids) => `d.site_id = any(${ids}::uuid[])`,
  DEPARTMENT: (ids) => `d.department = any(${ids}::text[])`,
  DEVICE: (ids) => `d.id = any(${ids}::uuid[])`,
};

/**
 * Names of what a report is about, as far as its reader sees it; fewer than asked for: something is not there for
 * him. A customer's name is identity's, so its id stands in for it.
 */
export function scopeNames(visibility: Visibility, query: Pick<ReportQuery, 'of' | 'ids'>): Sql | null {
  const { of, ids } = query;
  if (of === 'ALL') return null;
  if (of === 'GROUP') {
    const groups = visibleGroups(visibility, 2);
    return {
      sql: `select g.name from device_group g where g.id = any($1::uuid[]) and ${groups.sql} order by g.name, g.id`,
      parameters: [ids, ...groups.parameters],
    };
  }
  if (of === 'SITE' && visibility.see !== 'assigned') {
    // A location without machines is there all the same.
    const sites = visibleDevices(visibility, 2, 's');
    return {
      sql: `select s.name from site s where s.id = any($1::uuid[]) and ${sites.sql} order by s.name, s.id`,
      parameters: [ids, ...sites.parameters],
    };
  }
  const scoped = scopedDevices(visibility, query, 1);
  return { sql: `${NAMES[of]} where ${scoped.sql} order by name`, parameters: scoped.parameters };
}

const NAMES: Readonly<Record<Exclude<ReportScope, 'ALL' | 'GROUP'>, string>> = {
  CUSTOMER: 'select distinct d.customer_id::text as name from device d',
  SITE: 'select distinct s.id, s.name from device d join site s on s.id = d.site_id',
  DEPARTMENT: 'select distinct d.department as name from device d',
  DEVICE: 'select d.id, d.name from device d',
};
