/** A monitored machine in use counts from when it was last heard of, or registered where it never was. */
const IS_SILENT = `d.monitored and d.lifecycle = 'installed'
  and coalesce(d.last_seen_at, uuid_extract_timestamp(d.id), '-infinity') < $2::timestamptz - b.silent_after`;

/**
 * Marks what fell silent in branch `$1` at `$2`, clears the mark of what is silent no more, and puts both on the
 * timelines. A machine that is no longer watched is cleared without a word: it was not heard again.
 */
export const MARK_SILENCE = `
  with b as materialized (
    select id, make_interval(hours => (settings ->> 'silentAfterHours')::int) as silent_after
    from known_branch where id = $1),
  turned as (
    select d.id, s.silent from device d join b on b.id = d.branch_id
    cross join lateral (select ${IS_SILENT} as silent) s
    where d.retired_at is null and s.silent <> (d.silent_since is not null)
       or d.retired_at is not null and d.silent_since is not null
    order by d.id for no key update of d),
  changed as (
    update device d set silent_since = case when t.silent then $2::timestamptz end
    from turned t where d.id = t.id
    returning d.id, d.customer_id, t.silent, d.monitored and d.lifecycle = 'installed' as watched)
  insert into device_event (customer_id, device_id, happened_at, kind, actor_kind)
  select customer_id, id, $2::timestamptz, case when silent then 'fell-silent' else 'heard-again' end, 'system'
  from changed where watched`;

/**
 * Of each organisation of branch `$1` with machines that fell silent since it was last told, unless that was less
 * than a day before `$2`: how many, the first by name, and whether it is rather their collector. Of any number of
 * workers that ask at once, one gets the answer: the row of the notice says so.
 */
export const TAKE_NOTICES = `
  with due as (
    select d.customer_id from device d left join silence_notice n on n.customer_id = d.customer_id
    where d.branch_id = $1 and d.silent_since > coalesce(n.told_at, '-infinity')
      and coalesce(n.told_at, '-infinity') <= $2::timestamptz - interval '1 day'
    group by d.customer_id),
  told as (
    insert into silence_notice (customer_id, branch_id, told_at)
    select customer_id, $1, $2 from due order by customer_id
    on conflict (customer_id) do update set told_at = excluded.told_at
      where silence_notice.told_at <= excluded.told_at - interval '1 day'
    returning customer_id, coalesce(old.told_at, '-infinity') as told_before),
  fallen as (
    select d.customer_id, d.id, d.name, s.name as site_name, d.heard_by,
      row_number() over (partition by d.customer_id order by d.name, d.id) as place
    from told join device d on d.customer_id = told.customer_id and d.silent_since > told.told_before
    join site s on s.id = d.site_id),
  collector as (
    select d.customer_id, d.heard_by, count(*) as machines, count(d.silent_since) as silent
    from told join device d on d.customer_id = told.customer_id
    where d.monitored and d.lifecycle = 'installed' and d.heard_by is not null
    group by d.customer_id, d.heard_by)
  select f.customer_id as "customerId", count(*)::int as count,
    json_agg(json_build_object('deviceId', f.id, 'name', f.name, 'siteName', f.site_name) order by f.place)
      filter (where f.place <= $3) as machines,
    count(*) filter (where c.machines >= $4 and c.silent >= 0.8 * c.machines) * 2 > count(*) as together
  from fallen f left join collector c on c.customer_id = f.customer_id and c.heard_by = f.heard_by
  group by f.customer_id order by f.customer_id`;
