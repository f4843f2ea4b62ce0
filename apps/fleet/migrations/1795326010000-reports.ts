import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Saved reports, when and to whom they are sent, and files made of reports. */
export class Reports1795326010000 implements MigrationInterface {
  readonly name = 'Reports1795326010000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Saved reports are not undone: restore a backup.');
  }
}

const STATEMENTS = [
  // What is asked for is kept, never the figures: it is answered anew each time. months: how many, up to the last full one.
  `create table report_definition (
     id uuid primary key default uuidv7(),
     customer_id uuid not null,
     branch_id uuid not null,
     owner_id uuid not null,
     name text not null check (name <> ''),
     scope text not null,
     ids text[] not null,
     breakdown text not null,
     months int not null check (months between 1 and 36),
     shared boolean not null,
     created_at timestamptz not null default now())`,
  'create unique index report_definition_name on report_definition (customer_id, owner_id, lower(name))',
  'create index report_definition_of_branch on report_definition (branch_id)',
  ...fenceTable('report_definition', 'column'),

  // At most one per report. first_month: the month in which it was set up; earlier ones are not sent.
  `create table report_schedule (
     definition_id uuid primary key references report_definition on delete cascade,
     customer_id uuid not null,
     day int not null check (day between 1 and 28),
     first_month date not null,
     last_month date)`,
  ...fenceTable('report_schedule', { parent: 'report_definition', key: 'definition_id' }),

  `create table report_reader (
     customer_id uuid not null,
     definition_id uuid not null references report_schedule on delete cascade,
     user_id uuid not null,
     primary key (definition_id, user_id))`,
  'create index report_reader_of_user on report_reader (user_id)',
  ...fenceTable('report_reader', { parent: 'report_definition', key: 'definition_id' }),

  // A file is its owner's for a week. A short one is written at once, a long one by a job, which says how far it is.
  `create table report_file (
     id uuid primary key default uuidv7(),
     customer_id uuid,
     branch_id uuid not null,
     owner_id uuid not null,
     format text not null check (format in ('CSV', 'XLSX', 'PDF')),
     locale text not null,
     title text not null,
     query jsonb not null,
     visibility jsonb not null,
     state text not null default 'WAITING' check (state in ('WAITING', 'READING', 'WRITING', 'READY', 'FAILED')),
     lines int not null,
     content bytea,
     created_at timestamptz not null,
     constraint report_file_whole check ((state = 'READY') = (content is not null)))`,
  'create index report_file_of_owner on report_file (owner_id)',
  'create index report_file_by_age on report_file (created_at)',
  // Spreadsheets are packed already, or soon gone.
  'alter table report_file alter column content set storage external',
  ...fenceTable('report_file', 'column'),
];
