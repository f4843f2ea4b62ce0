import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Moves of machines: carried out at once, or kept until their day. */
export class PlannedMoves1795322000000 implements MigrationInterface {
  readonly name = 'PlannedMoves1795322000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What was planned is not undone: restore a backup.');
  }
}

const STATEMENTS = [
  // contract_number: null leaves the machine under the contract it has. user_ids: who is told, erased with the person.
  `create table device_move (
     id uuid primary key default uuidv7(),
     customer_id uuid not null,
     branch_id uuid not null,
     device_id uuid not null references device on delete cascade,
     site_id uuid not null references site,
     floor text,
     room text,
     contract_number text,
     moves_on date not null,
     state text not null default 'planned' check (state in ('planned', 'done', 'cancelled', 'failed')),
     user_ids uuid[] not null default '{}',
     tell_site_contact boolean not null,
     planned_at timestamptz not null,
     planned_by_kind text not null,
     planned_by_id uuid)`,
  // One plan at a time: a second one would not know where the machine stands when its day comes.
  `create unique index device_move_planned on device_move (device_id) where state = 'planned'`,
  `create index device_move_due on device_move (moves_on) where state = 'planned'`,
  ...fenceTable('device_move', 'column'),
];
