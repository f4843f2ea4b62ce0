import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every version of a branch's settings, and customers whose access the operating company has suspended (S6). */
export class BranchesAndCustomers1795302060000 implements MigrationInterface {
  readonly name = 'BranchesAndCustomers1795302060000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The history of settings is not undone: restore a backup.');
  }
}

const STATEMENTS = [
  // changed_by: null for what the product itself wrote: a first setting-up, a loaded set of data.
  `create table branch_version (
     branch_id uuid not null references branch,
     version int not null,
     settings jsonb not null,
     changed_at timestamptz not null default now(),
     changed_by uuid,
     restored_from int,
     primary key (branch_id, version))`,
  `insert into branch_version (branch_id, version, settings) select id, version, settings from branch`,

  `alter table customer
     add column created_at timestamptz not null default now(),
     add column suspended_at timestamptz`,
];
