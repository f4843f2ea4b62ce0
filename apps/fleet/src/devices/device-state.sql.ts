/**
 * Part of a `with`: what each branch calls silent and low. A branch not heard of yet has no limits, so nothing of
 * it counts as silent or low. Materialized, or the settings would be unpacked once per device.
 */
export const BRANCH_LIMITS = `branch_limit as materialized (
  select id, make_interval(hours => (settings ->> 'silentAfterHours')::int) as silent_after,
         (settings -> 'ordering' ->> 'reorderPercent')::real as low_percent
  from known_branch)`;

/**
 * The one state that people are shown of `device d`: how it stands as long as it is heard of, and the age of its last
 * poll by the limits `l` of its branch. A machine that should report and never did is silent from the first.
 * @param now  the parameter that holds the present instant, for example `$1`
 */
export const deviceState = (now: string): string =>
  `case when ${isSilent(now, 'd')} then 'SILENT' else d.heard_state end`;

/** True for a row of `device` or `device_seen` whose machine was heard of, and then no more. */
export const isSilent = (now: string, row: string): string =>
  `(${row}.heard_state in ('DOWN', 'WARNING', 'WORKING') and ${row}.last_seen_at < ${now}::timestamptz - l.silent_after)`;

/** Rows `device_seen n` of machines that may be silent; with several branches those that the strictest calls so. */
export const maybeSilent = (now: string): string =>
  `n.last_seen_at < ${now}::timestamptz - (select min(silent_after) from branch_limit)`;

/** Nobody waits for a machine that is not there yet or in repair, and nothing of it is low. */
export const IS_WATCHED = `(d.monitored and d.lifecycle = 'installed')`;

/** True for a supply `y` of a monitored `device d` at or below the level at which its branch orders. */
export const SUPPLY_IS_LOW = `(${IS_WATCHED} and y.level_state = 'percent' and y.level_percent <= l.low_percent)`;

/** True when any supply of `device d` is low. */
export const HAS_LOW_SUPPLY = `(${IS_WATCHED} and d.low_supplies > 0)`;
