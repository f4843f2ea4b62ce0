import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When an organisation wants to approve orders of its people first, and what was decided. */
export class Approvals1795520100000 implements MigrationInterface {
  readonly name = 'Approvals1795520100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...UP, ...fenceTable('approval_rule', 'column')]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `create table approval_rule (
     customer_id uuid primary key,
     branch_id uuid not null,
     always boolean not null,
     above_quantity int check (above_quantity between 1 and 99999),
     above_amount_minor bigint check (above_amount_minor >= 0),
     changed_at timestamptz not null)`,
  `alter table supply_order
     add column approval_reason text,
     add column decided_at timestamptz,
     add column decided_by uuid,
     add column decline_reason text`,
  // For rules about amounts alone; in minor units of the branch's currency.
  'alter table article add column price_minor bigint check (price_minor >= 0)',
];

const DOWN = [
  'alter table article drop column price_minor',
  `alter table supply_order drop column approval_reason, drop column decided_at, drop column decided_by,
     drop column decline_reason`,
  'drop table approval_rule',
];
