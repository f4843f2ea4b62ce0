import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Collectors that fleet told of: each gets its key by a one-time code (R65). A key made by hand counts as enrolled. */
export class Collectors1795328500000 implements MigrationInterface {
  readonly name = 'Collectors1795328500000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Ways in for collectors are not undone: restore a backup.');
  }
}

const STATEMENTS = [
  // The key itself is an access_key of the same id, so that readings stay those of one collector over new keys.
  `create table collector (
     id uuid primary key,
     customer_id uuid not null references customer,
     branch_id uuid not null references branch,
     name text not null,
     version int not null)`,
  `create index collector_of_customer on collector (customer_id, id)`,
  ...fenceTable('collector', 'column'),
];
