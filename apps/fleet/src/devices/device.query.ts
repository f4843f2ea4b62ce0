import { containing } from '@platen/platform';
import { type GroupRule, fitting } from '../groups/group-rule';
import { type SqlCondition, visibleDevices, visibleGroups } from '../visibility/visible-devices.sql';
import type { Visibility } from '../visibility/visibility.policy';
import { BRANCH_LIMITS, HAS_LOW_SUPPLY, deviceState } from './device-state.sql';
import { type DeviceAttention, type DeviceState, type DeviceUse, deviceStates } from './device-state';

/** What a list of devices is narrowed to. */
export interface DeviceFilter {
  /** part of the name, serial number, model or equipment id */
  readonly search: string | null;
  /** ids that the search index found, where it could be asked; stands for `search` */
  readonly ids?: readonly string[] | null;
  readonly siteId: string | null;
  readonly customerId?: string | null;
  readonly states: readonly DeviceState[] | null;
  readonly attention: DeviceAttention | null;
  /** null: all whose use has not ended */
  readonly use?: DeviceUse | null;
  readonly department?: string | null;
  readonly monitored?: boolean | null;
  /** a group that the actor sees */
  readonly groupId?: string | null;
  /** a person to whom the machine is given by itself */
  readonly assignedTo?: string | null;
  /** a rule that a group could have */
  readonly rule?: GroupRule | null;
}

/** A statement whose text is static for its shape, and its values. */
export interface SqlQuery {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** What a search looks into; the same as in the index `device_search`. */
const SEARCHED = `(d.name || ' ' || d.serial_number || ' ' || d.model || ' ' || coalesce(d.equipment_id, ''))`;

/** A row of a list. */
export const COLUMNS = `d.id, d.customer_id, d.name, d.serial_number, d.equipment_id, d.maker, d.model, d.monitored, t.state, d.errors,
  d.last_seen_at, d.floor, d.room, d.department, d.ip_address, u.urgency,
  d.lifecycle, d.installed_on::text, d.cost_centre, d.contact_name, d.contact_email, d.contact_phone, d.contract_number,
  d.version,
  s.id as site_id, s.name as site_name, s.street, s.postal_code, s.city, s.country`;

/** What a row needs besides `device d`; `$1` is the present instant. */
export const JOINED = `join site s on s.id = d.site_id
  left join branch_limit l on l.id = d.branch_id
  cross join lateral (select ${deviceState('$1')} as state) t
  cross join lateral (select case when t.state = 'SILENT' then 1 else d.heard_urgency end as urgency) u`;

/** Number of devices in a list, counted up to a limit. */
export function countDevices(
  visibility: Visibility,
  filter: DeviceFilter,
  limit: number,
  now: Date,
): SqlQuery {
  const narrowed = narrowedTo(visibility, filter, 2);
  return {
    sql: `with ${BRANCH_LIMITS} select count(*)::int as count from (
      select 1 from device d ${JOINED} where ${narrowed.sql} limit ${Math.trunc(limit)}) counted`,
    parameters: [now, ...narrowed.parameters],
  };
}

/** Shorter texts have no trigrams to look up. */
const SHORTEST_INDEXED = 3;
/** A text that more devices have is found sooner by walking the list itself. */
const MOST_INDEXED = 1000;

/**
 * Asks the search index for the ids of the tenant's devices that contain a text: null in its one row for too many.
 * @returns null where the index is of no use: few devices to walk, or too short a text
 */
export function searchIndex(visibility: Visibility, search: string): SqlQuery | null {
  if (search.length < SHORTEST_INDEXED) return null;
  if (visibility.see !== 'customer' && visibility.see !== 'branch') return null;
  return { sql: 'select device_ids_with($1, $2) as ids', parameters: [containing(search), MOST_INDEXED] };
}

/** The visible ones among these devices, retired ones included, in no order. */
export function findDevices(visibility: Visibility, ids: readonly string[], now: Date): SqlQuery {
  const visible = visibleDevices(visibility, 3);
  return {
    sql: `with ${BRANCH_LIMITS} select ${COLUMNS} from device d ${JOINED} where d.id = any($2::uuid[]) and ${visible.sql}`,
    parameters: [now, ids, ...visible.parameters],
  };
}

type Condition = Omit<SqlCondition, 'parameters'> & { readonly parameters: readonly unknown[] };

/** Visibility and the organisation asked for, as a condition on any table with customer and branch. */
export function tenantOf(
  visibility: Visibility,
  { customerId }: DeviceFilter,
  first: number,
  alias: string,
): Condition {
  const visible = visibleDevices(visibility, first, alias);
  if (!customerId) return visible;
  const asked = `${alias}.customer_id = $${first + visible.parameters.length}::uuid`;
  return { sql: `${visible.sql} and ${asked}`, parameters: [...visible.parameters, customerId] };
}

/** Visibility and filter together: the text is static for each combination of filters. */
export function narrowedTo(visibility: Visibility, filter: DeviceFilter, first: number): Condition {
  const tenant = tenantOf(visibility, filter, first, 'd');
  const conditions = [IN_USE[filter.use ?? 'ANY'], tenant.sql];
  const parameters: unknown[] = [...tenant.parameters];
  const next = (value: unknown): string => {
    parameters.push(value);
    return `$${first + parameters.length - 1}`;
  };
  if (filter.ids) conditions.push(`d.id = any(${next(filter.ids)}::uuid[])`);
  else if (filter.search) conditions.push(`${SEARCHED} ilike ${next(containing(filter.search))}::text`);
  if (filter.department) conditions.push(`d.department = ${next(filter.department)}::text`);
  if (typeof filter.monitored === 'boolean')
    conditions.push(filter.monitored ? 'd.monitored' : 'not d.monitored');
  if (filter.siteId) conditions.push(`d.site_id = ${next(filter.siteId)}::uuid`);
  if (filter.states) {
    conditions.push(`t.state in (${named(deviceStates, filter.states)})`);
    if (filter.states.every((state) => state === 'DOWN')) conditions.push('d.is_down');
  }
  if (filter.assignedTo)
    conditions.push(
      `d.id = any(array(select device_id from device_user where user_id = ${next(filter.assignedTo)}::uuid))`,
    );
  if (filter.groupId) {
    const groupId = next(filter.groupId);
    const group = visibleGroups(visibility, first + parameters.length);
    parameters.push(...group.parameters);
    conditions.push(`d.id = any(array(select gd.device_id from device_group_device gd join device_group g on g.id = gd.group_id
      where g.id = ${groupId}::uuid and ${group.sql}))`);
  }
  if (filter.rule) {
    const fits = fitting(filter.rule, first + parameters.length);
    parameters.push(...fits.parameters);
    conditions.push(fits.sql);
  }
  if (filter.attention) conditions.push(ATTENTION[filter.attention]);
  return { sql: conditions.join(' and '), parameters };
}

/** Those names of a closed list that were asked for, as text: the planner then knows how many machines have them. */
function named(names: readonly DeviceState[], asked: readonly DeviceState[]): string {
  const wanted = names.filter((name) => asked.includes(name));
  return wanted.length > 0 ? wanted.map((name) => `'${name}'`).join(', ') : 'null';
}

/** Where in its life a machine is. */
const IN_USE: Readonly<Record<DeviceUse | 'ANY', string>> = {
  ANY: 'd.retired_at is null',
  PLANNED: `d.retired_at is null and d.lifecycle = 'planned'`,
  INSTALLED: `d.retired_at is null and d.lifecycle = 'installed'`,
  IN_REPAIR: `d.retired_at is null and d.lifecycle = 'in_repair'`,
  ENDED: 'd.retired_at is not null',
};

const ATTENTION: Readonly<Record<DeviceAttention, string>> = {
  DOWN: `t.state = 'DOWN' and d.is_down`,
  SILENT: `t.state = 'SILENT'`,
  LOW_SUPPLY: HAS_LOW_SUPPLY,
  ANY: `(t.state in ('DOWN', 'SILENT') or ${HAS_LOW_SUPPLY})`,
};
