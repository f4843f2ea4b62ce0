import { createHash } from 'node:crypto';
import type { Client } from 'pg';

/** How big a fleet is wanted; the same numbers and seed give the same rows. */
export interface FleetSize {
  readonly devices: number;
  /** months of history up to and with the one of `until` */
  readonly months: number;
  /** counter readings in all, spread evenly over meters and months; at least one for each of them */
  readonly readings: number;
  /** groups of each customer, every machine being in one of them; default 20 */
  readonly groupsPerCustomer?: number;
  /** machines of each customer but the last, which gets the rest; default 1,000, 10,000 and 100,000 */
  readonly customers?: readonly number[];
  readonly seed?: number;
  /** the present: no reading is newer */
  readonly until: Date;
}

/** A customer of the filled fleet. */
export interface FilledCustomer {
  readonly id: string;
  readonly devices: number;
}

/** What was made. */
export interface FilledFleet {
  readonly branchId: string;
  readonly customers: readonly FilledCustomer[];
  readonly readings: number;
}

const SIZES = [1_000, 10_000, 100_000] as const;
const DEVICES_PER_SITE = 100;

/** Kinds of counters, and which share of the pages each counts; mono is what is left of the total. */
const KINDS: readonly (readonly [kind: string, unit: string, percent: number])[] = [
  ['total', 'impressions', 100],
  ['mono', 'impressions', 70],
  ['color', 'impressions', 30],
  ['duplex', 'sheets', 35],
];

/**
 * Fills an empty, migrated fleet through the database itself: nothing travels, so 50 million readings take minutes.
 * Months of devices, groups and customers are those that the readings sum up to.
 * @param client  superuser, of the installation's database
 * @param say     gets a line for each step
 */
export async function fillFleet(
  client: Client,
  size: FleetSize,
  say: (line: string) => void,
): Promise<FilledFleet> {
  const customers = customersOf(size);
  const seed = size.seed ?? 1;
  const readsPerMonth = Math.max(1, Math.round(size.readings / (size.devices * size.months * KINDS.length)));
  const step = async (name: string, sql: string, parameters: readonly unknown[] = []) => {
    const begun = performance.now();
    const { rowCount } = await client.query(sql, [...parameters]);
    say(`${name}: ${rowCount ?? 0} rows in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
    return rowCount ?? 0;
  };
  await client.query('set search_path = fleet, public; set timezone = UTC');
  await client.query(FUNCTIONS);
  const [{ branchId } = { branchId: '' }] = (await client.query<{ branchId: string }>(BRANCH)).rows;
  await client.query('create temp table filled_customer (no int, id uuid, first_device int, devices int)');
  await client.query(CUSTOMERS, [customers]);
  await step('sites', SITES, [branchId]);
  await step('devices', DEVICES, [branchId, size.until, seed]);
  await step('supplies', SUPPLIES, [size.until, seed]);
  await step('low supplies', LOW_SUPPLIES);
  await step('groups', GROUPS, [branchId, size.groupsPerCustomer ?? 20]);
  await step('members of groups', MEMBERS, [size.groupsPerCustomer ?? 20]);
  const months = monthsOf(size);
  await client.query('select make_reading_months($1::date[])', [months]);
  for (const [kind, unit, percent] of KINDS) {
    await step(`months of ${kind}`, DEVICE_MONTHS, [kind, percent, months, readsPerMonth, seed]);
    await step(`meters of ${kind}`, METERS, [kind, unit, months.at(-1), readsPerMonth, size.until]);
  }
  let readings = 0;
  for (const month of months)
    readings += await step(`readings of ${month.slice(0, 7)}`, READINGS, [month, readsPerMonth, size.until]);
  await step('months of groups', GROUP_MONTHS);
  await step('months of customers', CUSTOMER_MONTHS, [branchId]);
  await client.query('drop table filled_customer');
  await client.query('vacuum analyze');
  const ids = customers.map((devices, no) => ({ id: fleetId('customer', no), devices }));
  return { branchId, customers: ids, readings };
}

/** The id of the customer, site, device or group with this number: known without asking. */
export function fleetId(what: 'customer' | 'site' | 'device' | 'group', no: number): string {
  return createHash('md5')
    .update(`${what} ${no}`)
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-8$3-a$4-$5');
}

function customersOf({ devices, customers = SIZES }: FleetSize): number[] {
  const sizes: number[] = [];
  let left = devices;
  for (const wanted of customers) {
    if (left <= 0) break;
    sizes.push(Math.min(wanted, left));
    left -= wanted;
  }
  if (left > 0) sizes.push(left);
  return sizes;
}

function monthsOf({ months, until }: FleetSize): string[] {
  return Array.from({ length: months }, (_, index) =>
    new Date(Date.UTC(until.getUTCFullYear(), until.getUTCMonth() - months + 1 + index, 1))
      .toISOString()
      .slice(0, 10),
  );
}

const FUNCTIONS = `
  create or replace function pg_temp.fleet_id(what text, no bigint) returns uuid language sql immutable as
    $$ select overlay(overlay(md5(what || ' ' || no) placing '8' from 13) placing 'a' from 17)::uuid $$;
  create or replace function pg_temp.dice(no bigint, salt text, seed bigint, sides int) returns int language sql immutable as
    $$ select ((hashint8extended(no, seed + hashtext(salt)) & 2147483647) % sides)::int $$`;

const BRANCH = `
  insert into known_branch (id, code, version, settings)
  values ('00000000-0000-7000-8000-0000000000b1', 'IT', 1, '{"silentAfterHours": 24, "ordering": {"reorderPercent": 15}}')
  on conflict (id) do update set version = known_branch.version returning id as "branchId"`;

const CUSTOMERS = `
  insert into filled_customer
  select no - 1, pg_temp.fleet_id('customer', no - 1), sum(devices) over (order by no) - devices, devices
  from unnest($1::int[]) with ordinality as c (devices, no)`;

const SITES = `
  insert into site (id, customer_id, branch_id, name, street, postal_code, city, country)
  select pg_temp.fleet_id('site', c.first_device + s), c.id, $1, 'Site ' || lpad((s / ${DEVICES_PER_SITE})::text, 5, '0'),
    'Via Roma ' || s / ${DEVICES_PER_SITE} + 1, '20121', 'Milano', 'IT'
  from filled_customer c cross join lateral generate_series(0, c.devices - 1, ${DEVICES_PER_SITE}) s`;

const DEVICES = `
  insert into device (id, customer_id, branch_id, site_id, name, serial_number, equipment_id, maker, model, department,
    floor, monitored, status, last_seen_at)
  select pg_temp.fleet_id('device', c.first_device + d), c.id, $1,
    pg_temp.fleet_id('site', c.first_device + d - d % ${DEVICES_PER_SITE}),
    (array['Reception', 'Office', 'Archive', 'Warehouse', 'Laboratory'])[1 + pg_temp.dice(c.first_device + d, 'name', $3, 5)]
      || ' ' || lpad(d::text, 6, '0'),
    upper(substr(md5('serial ' || c.first_device + d), 1, 10)), 'EQ' || lpad((c.first_device + d)::text, 7, '0'),
    (array['Konica Minolta', 'Ricoh', 'Canon', 'Xerox'])[1 + pg_temp.dice(c.first_device + d, 'maker', $3, 4)],
    'C' || 250 + 50 * pg_temp.dice(c.first_device + d, 'model', $3, 12),
    (array['Sales', 'Administration', 'Production', 'Logistics'])[1 + pg_temp.dice(c.first_device + d, 'department', $3, 4)],
    pg_temp.dice(c.first_device + d, 'floor', $3, 6)::text, true,
    case pg_temp.dice(c.first_device + d, 'status', $3, 50) when 0 then 'down' when 1 then 'warning' else 'idle' end,
    $2::timestamptz - make_interval(mins => case when pg_temp.dice(c.first_device + d, 'silent', $3, 40) = 0
      then 3000 else pg_temp.dice(c.first_device + d, 'seen', $3, 60) end)
  from filled_customer c cross join lateral generate_series(0, c.devices - 1) d`;

/** A toner of each colour: a fifth was never measured, every twenty-fifth is low. */
const SUPPLIES = `
  insert into supply (customer_id, device_id, slot, description, kind, color, class, level_state, level_percent, read_at,
    source)
  select c.id, pg_temp.fleet_id('device', c.first_device + d), '1.' || s, color || ' toner', 'toner', color, 'consumed',
    case when level is null then 'unknown' else 'percent' end, level, $1, 'device'
  from filled_customer c cross join lateral generate_series(0, c.devices - 1) d
    cross join unnest(array['black', 'cyan', 'magenta', 'yellow']) with ordinality as t (color, s)
    cross join lateral (select case when pg_temp.dice((c.first_device + d) * 4 + s, 'known', $2, 5) > 0
      then 12 + pg_temp.dice((c.first_device + d) * 4 + s, 'level', $2, 88) end::real as level) l
  order by d`;

const LOW_SUPPLIES = `
  update device d set low_supplies = n.low
  from (select device_id, count(*) as low from supply where level_percent <= 15 group by device_id) n
  where d.id = n.device_id`;

const GROUPS = `
  insert into device_group (id, customer_id, branch_id, name)
  select pg_temp.fleet_id('group', c.no * 1000 + g), c.id, $1, 'Group ' || lpad(g::text, 3, '0')
  from filled_customer c cross join generate_series(0, $2::int - 1) g`;

const MEMBERS = `
  insert into device_group_device (customer_id, group_id, device_id)
  select c.id, pg_temp.fleet_id('group', c.no * 1000 + d % $1::int), pg_temp.fleet_id('device', c.first_device + d)
  from filled_customer c cross join lateral generate_series(0, c.devices - 1) d`;

/**
 * Each machine has a pace of its own, and each month differs a little. With one reading a month the first month has
 * nothing to compare with, so its volume is nothing.
 */
const DEVICE_MONTHS = `
  insert into device_month (customer_id, device_id, month, kind, volume, first_read_at, first_value, highest_value, base_value)
  select customer_id, device_id, month, $1, case when at = 1 and $4::int = 1 then 0 else made end,
    month::timestamptz + interval '6 hours',
    case when $4::int = 1 then before + made else before end, before + made, case when at > 1 then before end
  from (
    select customer_id, device_id, month, at, made,
      1000 + no % 1000 + coalesce(sum(made) over (partition by no order by at
        rows between unbounded preceding and 1 preceding), 0)::bigint as before
    from (
      select c.id as customer_id, c.first_device + d as no, pg_temp.fleet_id('device', c.first_device + d) as device_id,
        m.month, m.at,
        (200 + pg_temp.dice(c.first_device + d, 'pace', $5, 4800)
          + pg_temp.dice(c.first_device + d, 'month ' || m.at, $5, 400))::bigint * $2::int / 100 as made
      from filled_customer c cross join lateral generate_series(0, c.devices - 1) d
        cross join unnest($3::date[]) with ordinality as m (month, at)) pages) counted`;

const METERS = `
  insert into meter (customer_id, device_id, kind, unit, value, read_at, last_read_at, source, latest_month)
  select v.customer_id, v.device_id, v.kind, $2, v.highest_value, last.at, last.at, 'device', $3::date
  from device_month v
    cross join lateral (select ${readAt('$3::date', '$4::int - 1', '$4::int', '$5::timestamptz')} as at) last
  where v.kind = $1 and v.month = $3::date`;

const READINGS = `
  insert into meter_read (customer_id, meter_id, read_at, value, source, confidence)
  select m.customer_id, m.id, ${readAt('$1::date', 'k', '$2::int', '$3::timestamptz')},
    case when $2::int = 1 then v.highest_value
      else v.highest_value - made + made * k / ($2::int - 1) end, 'device', 'measured'
  from device_month v join meter m on m.device_id = v.device_id and m.kind = v.kind
    cross join lateral (select case when $2::int = 1 then 0 else v.highest_value - coalesce(v.base_value, v.first_value) end as made) p
    cross join generate_series(0, $2::int - 1) k
  where v.month = $1::date
  on conflict do nothing`;

const GROUP_MONTHS = `
  insert into group_month (customer_id, group_id, month, kind, volume, devices)
  select v.customer_id, g.group_id, v.month, v.kind, sum(v.volume), count(*)
  from device_month v join device_group_device g on g.device_id = v.device_id
  group by v.customer_id, g.group_id, v.month, v.kind`;

const CUSTOMER_MONTHS = `
  insert into customer_month (customer_id, branch_id, month, kind, volume, devices)
  select customer_id, $1, month, kind, sum(volume), count(*) from device_month group by customer_id, month, kind`;

/** SQL for the instant of a reading: a month's first one at six, the others spread over four weeks or until now. */
function readAt(month: string, reading: string, reads: string, until: string): string {
  const first = `(${month}::timestamptz + interval '6 hours')`;
  return `${first} + (least(${first} + interval '27 days', ${until}) - ${first}) * (${reading}) / greatest(${reads} - 1, 1)`;
}
