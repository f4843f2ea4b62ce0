import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is glued to machines: a code that leads to the machine's page, and that a new one can replace. */
export class Labels1795600000000 implements MigrationInterface {
  readonly name = 'Labels1795600000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Labels hang on machines already: restore a backup.');
  }
}

const STATEMENTS = [
  `create table device_label (
     device_id uuid primary key references device,
     customer_id uuid not null,
     branch_id uuid not null,
     code text not null unique)`,
  ...fenceTable('device_label', 'column'),
];
