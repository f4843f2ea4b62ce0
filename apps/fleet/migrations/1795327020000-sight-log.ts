import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when people see machines, and what came and went. */
export class SightLog1795327020000 implements MigrationInterface {
  readonly name = 'SightLog1795327020000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The history of who saw what is not undone: restore a backup.');
  }
}

/** What was given before nobody noted when: it stays null. */
const since = (table: string) => [
  `alter table ${table} add column given_at timestamptz`,
  `alter table ${table} alter column given_at set default now()`,
];

const STATEMENTS = [
  ...since('device_user'),
  ...since('device_group_user'),
  ...since('device_group_device'),

  // One row per person and change; ids as far as they were few.
  `create table sight_change (
     id uuid primary key default uuidv7(),
     customer_id uuid not null,
     branch_id uuid not null,
     user_id uuid not null,
     changed_by uuid,
     happened_at timestamptz not null default now(),
     reason text not null check (reason in ('assignment', 'group', 'rule', 'move')),
     added int not null check (added >= 0),
     removed int not null check (removed >= 0),
     added_ids uuid[] not null,
     removed_ids uuid[] not null,
     check (added + removed > 0))`,
  'create index sight_change_of_user on sight_change (customer_id, user_id, id desc)',
  'create index sight_change_by on sight_change (changed_by) where changed_by is not null',
  ...fenceTable('sight_change', 'column'),
];
