import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Old readings can be given up, month by month. */
export class RetentionOfReads1795325030000 implements MigrationInterface {
  readonly name = 'RetentionOfReads1795325030000';

  async up(runner: QueryRunner): Promise<void> {
    // The service's role owns no table, so it may drop months only through this function, and only old ones. Late
    // readings come for 400 days, and paces are learned from 60: what those need is out of reach.
    await runner.query(
      `create function drop_reading_months(parent text, before date) returns setof text
         language plpgsql security definer
         set search_path = fleet, pg_temp set timezone = 'UTC' set lock_timeout = '2s' as $$
       declare
         youngest date := date_trunc('month', current_date) - case parent
           when 'meter_read' then interval '14 months' when 'supply_level_read' then interval '3 months' end;
         partition text;
       begin
         if youngest is null or before > youngest then
           raise exception 'months of % before % are needed', parent, before;
         end if;
         perform pg_advisory_xact_lock(hashtext('fleet.reading-months'));
         for partition in
           select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
           where i.inhparent = to_regclass(parent) and to_date(right(c.relname, 7), 'YYYY_MM') < before order by 1
         loop
           execute format('drop table %I', partition);
           return next partition;
         end loop;
       end $$`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function drop_reading_months');
  }
}
