import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lets a reading that comes after all others of its meter be taken in without a look at them. */
export class ReadingsInOrder1795400000000 implements MigrationInterface {
  readonly name = 'ReadingsInOrder1795400000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table meter drop column last_read_at');
  }
}

const STATEMENTS = [
  // last_read_at: the newest reading ever stored, whatever it told and whatever became of it; null where there is
  // none. Nothing has to be looked for behind it, so it never goes back.
  'alter table meter add column last_read_at timestamptz',
  'update meter m set last_read_at = (select max(read_at) from meter_read r where r.meter_id = m.id)',

  // A check of a table runs with every change of a row, whichever column changes; one of a domain runs when the
  // value is written. These rows change with every reading, and their kind and month never do.
  `create domain meter_code as text check (value ~ '^[a-z][a-z0-9_]{0,39}$')`,
  'alter table meter drop constraint meter_kind_check, alter column kind type meter_code',
  'create domain first_of_month as date check (extract(day from value) = 1)',
  'alter table device_month drop constraint device_month_month_check1, alter column month type first_of_month',

  // All counters of a machine change together and stand side by side: half a page of room, and the new rows stay on
  // their page, where no index has to learn of them.
  'alter table meter set (fillfactor = 50)',
  'alter table device_month set (fillfactor = 50)',
];
