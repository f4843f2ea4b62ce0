/**
 * Part of a `with`: what each branch calls silent and low. A branch not heard of yet has no limits, so nothing of
 * it counts as silent or low. Materialized, or the settings would be unpacked once per device.
 */
export const BRANCH_LIMITS = `branch_limit as materialized (
  select id, make_interval(hours => (settings ->> 'silentAfterHours')::int) as silent_after,
         (settings -> 'ordering' ->> 'reorderPercent')::real as low_percent
  from known_branch)`;

/**
 * The one state that people are shown of `device d`, from its life, its own status, the age of its last poll and the limits
 * `l` of its branch. A machine that should report and never did is silent.
 * @param now  the parameter that holds the present instant, for example `$1`
 */
export const deviceState = (now: string): string => `case
  when d.retired_at is not null then 'RETIRED'
  when d.lifecycle = 'planned' then 'PLANNED'
  when d.lifecycle = 'in_repair' then 'IN_REPAIR'
  when not d.monitored then 'NOT_MONITORED'
  when d.last_seen_at is null or d.last_seen_at < ${now}::timestamptz - l.silent_after then 'SILENT'
  when d.status = 'down' then 'DOWN'
  when d.status = 'warning' or cardinality(d.errors) > 0 then 'WARNING'
  else 'WORKING' end`;

/** Nobody waits for a machine that is not there yet or in repair, and nothing of it is low. */
export const IS_WATCHED = `(d.monitored and d.lifecycle = 'installed')`;

/** True for a supply `y` of a monitored `device d` at or below the level at which its branch orders. */
export const SUPPLY_IS_LOW = `(${IS_WATCHED} and y.level_state = 'percent' and y.level_percent <= l.low_percent)`;

/** True when any supply of `device d` is low. */
export const HAS_LOW_SUPPLY = `(${IS_WATCHED} and coalesce(d.lowest_percent <= l.low_percent, false))`;
