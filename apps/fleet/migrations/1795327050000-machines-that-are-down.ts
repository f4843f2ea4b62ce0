import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the few machines that are down among a million. */
export class MachinesThatAreDown1795327050000 implements MigrationInterface {
  readonly name = 'MachinesThatAreDown1795327050000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The order of lists is not undone: restore a backup.');
  }
}

const STATEMENTS = [
  // A column of its own: were `status` in an index, each change between idle and printing would touch all of them.
  `alter table device add column is_down boolean generated always as (status = 'down') stored`,
  'create index device_down on device (customer_id, name, id) where retired_at is null and is_down',
  'create index device_down_in_branch on device (branch_id, name, id) where retired_at is null and is_down',
];
