import { containing } from '@platen/platform';
import { visibleDevices } from '../visibility/visible-devices.sql';
import type { Visibility } from '../visibility/visibility.policy';

/** Which machines of a round: those that lack a reading this month, all that nobody watches, or all in use. */
export const roundStates = ['due', 'unmonitored', 'all'] as const;
export type RoundState = (typeof roundStates)[number];

/** What a round of readings is narrowed to. */
export interface RoundFilter {
  readonly state: RoundState;
  /** part of the name, serial number, model or equipment id */
  readonly search: string | null;
  readonly siteId: string | null;
}

/** A statement whose text is static for its shape, and its values. */
interface SqlQuery {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** The day of a month on which readings are due, where the branch says none. */
const DUE_DAY = 25;

/**
 * Part of a `with`: each branch's month of today, the instant it begins and the day on which readings are due.
 * Materialized, or the settings would be unpacked once per device.
 * @param now  the parameter that holds the present instant
 */
const branchPeriod = (now: string) => `branch_period as materialized (
  select b.id, month::date as month, month at time zone zone as since,
    month::date + coalesce((b.settings -> 'meters' ->> 'dueDay')::int, ${DUE_DAY}) - 1 as due_on
  from known_branch b
    cross join lateral (select coalesce(b.settings ->> 'timeZone', 'UTC') as zone) z
    cross join lateral (select date_trunc('month', ${now}::timestamptz at time zone zone) as month) m)`;

const FROM = `device d
  join branch_period p on p.id = d.branch_id
  left join lateral (select max(m.read_at) as read_at from meter m where m.device_id = d.id) newest on true`;

/** True for a machine that people have to read, and did not this month. */
const IS_DUE = `(not d.monitored and d.lifecycle = 'installed' and coalesce(newest.read_at < p.since, true))`;

const ofState: Readonly<Record<RoundState, string>> = {
  due: IS_DUE,
  unmonitored: 'not d.monitored',
  all: 'true',
};

/** One page of a round by name, one row more than its size. */
export function listRound(
  visibility: Visibility,
  filter: RoundFilter,
  page: { readonly size: number; readonly after: readonly string[] | null },
  now: Date,
): SqlQuery {
  const parameters: unknown[] = [now, page.size + 1];
  const next = (value: unknown): string => `$${parameters.push(value)}`;
  const conditions = ['d.retired_at is null', ofState[filter.state]];
  if (filter.siteId) conditions.push(`d.site_id = ${next(filter.siteId)}::uuid`);
  if (filter.search)
    conditions.push(`(d.name || ' ' || d.serial_number || ' ' || d.model || ' ' || coalesce(d.equipment_id, ''))
      ilike ${next(containing(filter.search))}::text`);
  if (page.after)
    conditions.push(`(d.name, d.id) > (${next(page.after[0])}::text, ${next(page.after[1])}::uuid)`);
  const visible = visibleDevices(visibility, parameters.length + 1);
  parameters.push(...visible.parameters);
  return {
    sql: `with ${branchPeriod('$1')}
      select d.id, d.name, ${IS_DUE} as due, newest.read_at from ${FROM}
      where ${conditions.join(' and ')} and ${visible.sql} order by d.name, d.id limit $2`,
    parameters,
  };
}

/** The period of today as the actor's branch has it, and how many machines lack a reading in it. */
export function periodOfNow(visibility: Visibility, branchId: string, now: Date): SqlQuery {
  const visible = visibleDevices(visibility, 3);
  return {
    sql: `with ${branchPeriod('$1')}, due as (
        select count(*)::int as count from ${FROM} where d.retired_at is null and ${IS_DUE} and ${visible.sql})
      select b.month::text, b.due_on::text as "dueOn", due.count as due from branch_period b, due where b.id = $2::uuid`,
    parameters: [now, branchId, ...visible.parameters],
  };
}
