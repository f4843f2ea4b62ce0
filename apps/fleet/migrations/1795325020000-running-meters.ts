import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Meters that go on counting through resets, months by kind of meter, and what the machines of a group or of a
 * customer made in a month.
 */
export class RunningMeters1795325020000 implements MigrationInterface {
  readonly name = 'RunningMeters1795325020000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Months by kind are not undone: restore a backup.');
  }
}

const STATEMENTS = [
  // A counter that was reset, replaced or rolled over goes on from `value_after` where it had been at `value_before`.
  `create table meter_reset (
     customer_id uuid not null,
     meter_id uuid not null references meter on delete cascade,
     at timestamptz not null,
     value_before bigint not null check (value_before >= 0),
     value_after bigint not null check (value_after >= 0),
     reason text not null check (reason in ('reset', 'replaced', 'rolled-over')),
     declared_at timestamptz not null,
     actor_kind text not null,
     actor_id uuid,
     primary key (meter_id, at))`,
  ...fenceTable('meter_reset', { parent: 'meter', key: 'meter_id' }),

  // The running value of a reading is its value and the offset of all resets up to it. reset_at and reset_offset are
  // those of the last one; value_offset belongs to `value`, which is the reading with the highest running value.
  // latest_month: the last month that has a reading, so that late ones are told apart without a look.
  `alter table meter
     add column reset_at timestamptz,
     add column reset_offset bigint not null default 0,
     add column value_offset bigint not null default 0,
     add column latest_month date`,
  `update meter m set latest_month = (select max(month) from meter_month p where p.meter_id = m.id)`,

  // A reading that turned out to be wrong stays, so that it is not taken in a second time, and counts for nothing.
  'alter table meter_read add column withdrawn_at timestamptz',

  // volume: by how much the running value grew. first_*, highest_value: of the month's readings; base_value: the
  // highest running value before, null in a meter's first month. All four are null where no meter told the volume:
  // a total that is the sum of mono and color.
  'alter table device_month rename to device_month_by_column',
  `create table device_month (
     customer_id uuid not null,
     device_id uuid not null references device on delete cascade,
     month date not null check (extract(day from month) = 1),
     kind text not null,
     volume bigint not null check (volume >= 0),
     first_read_at timestamptz,
     first_value bigint,
     highest_value bigint,
     base_value bigint,
     constraint device_month_pk primary key (device_id, month, kind)) with (fillfactor = 70)`,
  'drop index device_month_of_customer',
  'create index device_month_of_customer on device_month (customer_id, month)',
  ...fenceTable('device_month', { parent: 'device', key: 'device_id' }),
  `insert into device_month
   select customer_id, device_id, month, kind, greatest(highest_value, base_value) - coalesce(base_value, first_value),
     first_read_at, first_value, highest_value, base_value
   from (select m.customer_id, m.device_id, p.month, m.kind, p.first_read_at, p.first_value, p.highest_value,
           max(p.highest_value) over (partition by p.meter_id order by p.month
                                      rows between unbounded preceding and 1 preceding) as base_value
         from meter_month p join meter m on m.id = p.meter_id) parts`,
  `insert into device_month (customer_id, device_id, month, kind, volume)
   select customer_id, device_id, month, 'total', sum(volume) from device_month where kind in ('mono', 'color')
   group by customer_id, device_id, month
   on conflict do nothing`,
  'drop table device_month_by_column, meter_month',

  // devices: how many of them have a volume of this kind in this month.
  `create table group_month (
     customer_id uuid not null,
     group_id uuid not null references device_group on delete cascade,
     month date not null,
     kind text not null,
     volume bigint not null,
     devices int not null,
     primary key (group_id, month, kind)) with (fillfactor = 70)`,
  ...fenceTable('group_month', { parent: 'device_group', key: 'group_id' }),
  `insert into group_month
   select v.customer_id, g.group_id, v.month, v.kind, sum(v.volume), count(*)
   from device_month v join device_group_device g on g.device_id = v.device_id
   group by v.customer_id, g.group_id, v.month, v.kind`,

  `create table customer_month (
     customer_id uuid not null,
     branch_id uuid not null,
     month date not null,
     kind text not null,
     volume bigint not null,
     devices int not null,
     primary key (customer_id, month, kind)) with (fillfactor = 70)`,
  'create index customer_month_of_branch on customer_month (branch_id, month)',
  ...fenceTable('customer_month', 'column'),
  `insert into customer_month
   select d.customer_id, d.branch_id, v.month, v.kind, sum(v.volume), count(*)
   from device_month v join device d on d.id = v.device_id
   group by d.customer_id, d.branch_id, v.month, v.kind`,

  // Months before this one may have lost their readings to retention, and cannot be summed up anew.
  `create function first_month_of_reads() returns date language sql stable as $$
     select coalesce(min(to_date(right(c.relname, 7), 'YYYY_MM')), 'infinity'::date)
     from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'fleet.meter_read'::regclass $$`,
];
