import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What branches say about automatic orders and what was learned for them; what each machine said, day by day. */
export class ReplenishmentSettings1795530100000 implements MigrationInterface {
  readonly name = 'ReplenishmentSettings1795530100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [BRANCHES, ...DAYS, ...fenceTable('device_day', 'column')])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table device_day');
    await runner.query('drop table branch_replenishment');
    await runner.query('drop index replenishment_decision_by_age');
  }
}

/** Settings are the branch's own: no tenant column, as with the catalogue. */
const BRANCHES = `
  create table branch_replenishment (
    branch_id uuid primary key,
    version int not null default 0,
    settings jsonb,
    season jsonb,
    lead_days jsonb,
    learned_at timestamptz)`;

/** One row per machine and day: what its supplies said last that day. Kept for thirteen months. */
const DAYS = [
  `create table device_day (
     device_id uuid not null,
     read_on date not null,
     customer_id uuid not null,
     branch_id uuid not null,
     sighting jsonb not null,
     primary key (device_id, read_on))`,
  'create index device_day_by_age on device_day (read_on)',
  'create index replenishment_decision_by_age on replenishment_decision (decided_at)',
];
