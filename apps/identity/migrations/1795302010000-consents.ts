import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people said to being written to about other things than their printers (R12, R13): every answer, never changed. */
export class Consents1795302010000 implements MigrationInterface {
  readonly name = 'Consents1795302010000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Consents are not undone: restore a backup.');
  }
}

const STATEMENTS = [
  // version: of the text that stood beside the box.
  `create table consent (
     id uuid primary key default uuidv7(),
     customer_id uuid references customer,
     branch_id uuid not null references branch,
     user_id uuid not null references user_account on delete cascade,
     given boolean not null,
     version text not null,
     said_at timestamptz not null default now())`,
  `create index consent_of_user on consent (user_id, id desc)`,
  ...fenceTable('consent', 'column'),
];
