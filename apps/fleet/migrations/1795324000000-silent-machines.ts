import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Machines that fell silent, who heard of them last, and when their organisation was last told. */
export class SilentMachines1795324000000 implements MigrationInterface {
  readonly name = 'SilentMachines1795324000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Which machines fell silent is not undone: restore a backup.');
  }
}

const STATEMENTS = [
  // silent_since: when it was found that nothing had been heard for too long; null as soon as a later poll comes.
  // heard_by: the key that brought its newest poll, so that machines of one collector are known by it.
  'alter table device add column silent_since timestamptz, add column heard_by uuid',
  'create index device_silent on device (branch_id, customer_id) where silent_since is not null',

  `create table silence_notice (
     customer_id uuid primary key,
     branch_id uuid not null,
     told_at timestamptz not null)`,
  ...fenceTable('silence_notice', 'column'),
];
