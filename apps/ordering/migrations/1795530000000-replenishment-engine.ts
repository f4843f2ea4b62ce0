import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the engine keeps of a device, and what it decided last of a supply. */
export class ReplenishmentEngine1795530000000 implements MigrationInterface {
  readonly name = 'ReplenishmentEngine1795530000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TRACKS, ...PLANS, ...fenceTable('device_track', 'column')])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table device_track');
    await runner.query('alter table supply_ledger drop column plan, drop column planned_at');
  }
}

const TRACKS = [
  `create table device_track (
     device_id uuid primary key,
     customer_id uuid not null,
     branch_id uuid not null,
     version int not null,
     track jsonb not null,
     heard_since date,
     stops_on date,
     evaluated_at timestamptz)`,
  'create index device_track_of_branch on device_track (branch_id, device_id)',
];

const PLANS = ['alter table supply_ledger add column plan jsonb, add column planned_at timestamptz'];
