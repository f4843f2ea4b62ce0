import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lists are ordered by and figures are counted from, kept by the same transactions that change machines. */
export class StandingOfMachines1795410010000 implements MigrationInterface {
  readonly name = 'StandingOfMachines1795410010000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The order of lists is not undone: restore a backup.');
  }
}

/** Supplies of a machine at or below the level at which its branch orders, whether or not anybody watches it. */
const LOW_SUPPLIES = `
  update device d set low_supplies = n.low
  from (select d.id, count(y.id) filter (where y.level_percent <= l.low_percent) as low
        from device d join supply y on y.device_id = d.id and y.level_state = 'percent'
          left join (select id, (settings -> 'ordering' ->> 'reorderPercent')::real as low_percent
                     from known_branch) l on l.id = d.branch_id
        where %s group by d.id) n
  where d.id = n.id and d.low_supplies <> n.low`;

const low = (row: string) =>
  `case when ${row}.monitored and ${row}.lifecycle = 'installed' then ${row}.low_supplies else 0 end`;
const counted = (row: string, sign: 1 | -1) =>
  `select ${row}.customer_id, ${row}.branch_id, ${row}.heard_state, ${sign} as devices, ${sign} * ${low(row)} as low_supplies`;

/** A statement that changed nothing that counts writes no row. */
const tally = (rows: string) => `
  insert into device_tally (customer_id, branch_id, heard_state, devices, low_supplies)
  select customer_id, branch_id, heard_state, sum(devices), sum(low_supplies) from (${rows}) changed
  group by customer_id, branch_id, heard_state
  having sum(devices) <> 0 or sum(low_supplies) <> 0;`;
const seen = (rows: string) => `
  insert into device_seen as s (device_id, customer_id, branch_id, last_seen_at, heard_state)
  ${rows} order by n.id
  on conflict (device_id) do update set last_seen_at = excluded.last_seen_at, heard_state = excluded.heard_state;`;
const SEEN_COLUMNS = 'select n.id, n.customer_id, n.branch_id, n.last_seen_at, n.heard_state';

const trigger = (name: string, event: string, tables: string, body: string) => [
  `create function ${name}() returns trigger language plpgsql set search_path = fleet, public, pg_temp as $$
   begin ${body} return null; end $$`,
  `create trigger ${name} after ${event} on device referencing ${tables}
   for each statement execute function ${name}()`,
];

const STATEMENTS = [
  // How a machine stands as long as it is heard of: silence comes by the clock alone, so no column can know of it.
  // A machine that should report and never did is silent from the first. heard_urgency: 0 down, 1 never heard of,
  // 2 low supply, 3 warning, 4 working, 5 not watched.
  `alter table device
     drop column lowest_percent,
     add column low_supplies smallint not null default 0,
     add column never_seen boolean generated always as (last_seen_at is null) stored,
     add column heard_state text generated always as (case
       when retired_at is not null then 'RETIRED'
       when lifecycle = 'planned' then 'PLANNED'
       when lifecycle = 'in_repair' then 'IN_REPAIR'
       when not monitored then 'NOT_MONITORED'
       when last_seen_at is null then 'SILENT'
       when status = 'down' then 'DOWN'
       when status = 'warning' or cardinality(errors) > 0 then 'WARNING'
       else 'WORKING' end) stored,
     add column heard_urgency smallint generated always as (case
       when retired_at is not null or lifecycle in ('planned', 'in_repair') or not monitored then 5
       when last_seen_at is null then 1
       when status = 'down' then 0
       when lifecycle = 'installed' and low_supplies > 0 then 2
       when status = 'warning' or cardinality(errors) > 0 then 3
       else 4 end) stored`,
  LOW_SUPPLIES.replace('%s', 'true'),
  'create index device_by_urgency on device (customer_id, heard_urgency, name, id) where retired_at is null',
  'create index device_of_branch_by_urgency on device (branch_id, heard_urgency, name, id) where retired_at is null',
  'create index device_never_seen on device (customer_id, id) where retired_at is null and never_seen',
  'create index device_never_seen_in_branch on device (branch_id, id) where retired_at is null and never_seen',

  // A table of its own: were `last_seen_at` of a machine in an index, each poll would touch all of its indexes.
  `create table device_seen (
     device_id uuid primary key references device on delete cascade,
     customer_id uuid not null,
     branch_id uuid not null,
     last_seen_at timestamptz not null,
     heard_state text not null)`,
  `insert into device_seen (device_id, customer_id, branch_id, last_seen_at, heard_state)
   select id, customer_id, branch_id, last_seen_at, heard_state from device where last_seen_at is not null`,
  'create index device_seen_by_time on device_seen (customer_id, last_seen_at, device_id)',
  'create index device_seen_of_branch_by_time on device_seen (branch_id, last_seen_at, device_id)',
  ...fenceTable('device_seen', 'column'),

  // Machines and low supplies by state, as differences: the sum of all rows is how many there are. Nobody waits for
  // a row that another transaction changes; a job sums them up now and then.
  `create table device_tally (
     id bigint generated always as identity primary key,
     customer_id uuid not null,
     branch_id uuid not null,
     heard_state text not null,
     devices int not null,
     low_supplies int not null)`,
  'create index device_tally_of_customer on device_tally (customer_id)',
  'create index device_tally_of_branch on device_tally (branch_id)',
  ...fenceTable('device_tally', 'column'),
  tally(`${counted('d', 1)} from device d`),

  // Triggers, so that no writer of machines can forget it. Once for each statement, however many rows it changes.
  ...trigger(
    'tally_new_devices',
    'insert',
    'new table as fresh',
    `${tally(`${counted('n', 1)} from fresh n`)}
     ${seen(`${SEEN_COLUMNS} from fresh n where n.last_seen_at is not null`)}`,
  ),
  ...trigger(
    'tally_changed_devices',
    'update',
    'old table as stale new table as fresh',
    `${tally(`${counted('n', 1)} from fresh n union all ${counted('o', -1)} from stale o`)}
     ${seen(`${SEEN_COLUMNS} from fresh n join stale o on o.id = n.id
       where n.last_seen_at is not null
         and (n.last_seen_at, n.heard_state) is distinct from (o.last_seen_at, o.heard_state)`)}
     if exists (select from fresh where never_seen) then
       delete from device_seen s using fresh n where s.device_id = n.id and n.never_seen;
     end if;`,
  ),
  ...trigger('tally_gone_devices', 'delete', 'old table as stale', tally(`${counted('o', -1)} from stale o`)),

  // The branch's limit decides which levels are low: it changes seldom, and then for all of its machines.
  `create function recount_low_supplies() returns trigger language plpgsql
     set search_path = fleet, public, pg_temp as $$
   begin
     if tg_op = 'UPDATE' and new.settings -> 'ordering' -> 'reorderPercent'
         is not distinct from old.settings -> 'ordering' -> 'reorderPercent' then
       return null;
     end if;
     ${LOW_SUPPLIES.replace('%s', 'd.branch_id = coalesce(new.id, old.id)')};
     return null;
   end $$`,
  `create trigger recount_low_supplies after insert or update or delete on known_branch
   for each row execute function recount_low_supplies()`,
];
