import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Collectors: where each stands, what it is to read, and what it told of its last round (R65, S5). */
export class Collectors1795328000000 implements MigrationInterface {
  readonly name = 'Collectors1795328000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The register of collectors is not undone: restore a backup.');
  }
}

const STATEMENTS = [
  // The id is also that of its key in identity, so a report says by itself whose it is. Credentials of printers are
  // never here: they stay on the collector's own machine.
  `create table collector (
     id uuid primary key default uuidv7(),
     customer_id uuid not null,
     branch_id uuid not null,
     site_id uuid references site on delete set null,
     name text not null check (name <> ''),
     version int not null default 1,
     ranges text[] not null default '{}',
     exclude_addresses text[] not null default '{}',
     exclude_models text[] not null default '{}',
     exclude_serials text[] not null default '{}',
     interval_seconds int not null default 900 check (interval_seconds between 60 and 86400),
     created_at timestamptz not null,
     access text not null default 'none' check (access in ('none', 'code', 'enrolled', 'revoked')),
     access_changed_at timestamptz,
     last_report_at timestamptz,
     silent_since timestamptz,
     report jsonb)`,
  'create index collector_by_name on collector (customer_id, name, id)',
  'create index collector_of_branch on collector (branch_id, name, id)',
  `create index collector_heard on collector (last_report_at) where silent_since is null and access <> 'revoked'`,
  ...fenceTable('collector', 'column'),

  // Addresses that did not answer well in the last round, and since when.
  `create table collector_failure (
     customer_id uuid not null,
     collector_id uuid not null references collector on delete cascade,
     address text not null,
     reason text not null,
     since timestamptz not null,
     primary key (collector_id, address))`,
  ...fenceTable('collector_failure', { parent: 'collector', key: 'collector_id' }),
];
