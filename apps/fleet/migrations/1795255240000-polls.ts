import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What polls need besides the tables they fill: month partitions made at need, devices nobody knows. */
export class Polls1795255240000 implements MigrationInterface {
  readonly name = 'Polls1795255240000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The first migrations are undone by dropping the schema.');
  }
}

const STATEMENTS = [
  // Reported by a collector, registered by nobody: a person decides what becomes of it.
  // known_by: its serial number, or its address where it told none. customer_id is null for keys of a whole branch.
  `create table unknown_device (
     id uuid primary key default uuidv7(),
     customer_id uuid,
     branch_id uuid not null,
     known_by text not null,
     serial_number text,
     address text not null,
     maker text,
     model text,
     name text,
     first_seen_at timestamptz not null,
     last_seen_at timestamptz not null,
     dismissed_at timestamptz,
     unique nulls not distinct (branch_id, customer_id, known_by))`,
  ...fenceTable('unknown_device', 'column'),

  // The service's role owns no table, so it may add months only through this function, and only near ones.
  // A partition is fenced like its parent but has no policy of its own: reached directly it shows nothing.
  `create function make_reading_months(months date[]) returns void
     language plpgsql security definer set search_path = fleet, pg_temp set timezone = 'UTC' as $$
   declare
     wanted date;
     parent text;
     partition text;
   begin
     perform pg_advisory_xact_lock(hashtext('fleet.reading-months'));
     for wanted in select distinct date_trunc('month', m)::date from unnest(months) m loop
       if wanted not between current_date - interval '10 years' and current_date + interval '2 years' then
         raise exception 'month % is out of bounds', wanted;
       end if;
       foreach parent in array array['meter_read', 'supply_level_read'] loop
         partition := parent || '_' || to_char(wanted, 'YYYY_MM');
         continue when to_regclass(partition) is not null;
         execute format('create table %I (like %I including all)', partition, parent);
         execute format('alter table %I enable row level security', partition);
         execute format('alter table %I force row level security', partition);
         execute format('alter table %I attach partition %I for values from (%L) to (%L)',
           parent, partition, wanted::timestamptz, (wanted + interval '1 month')::timestamptz);
       end loop;
     end loop;
   end $$`,
];
