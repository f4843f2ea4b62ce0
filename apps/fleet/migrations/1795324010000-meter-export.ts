import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The way of handed-in counters into the books: an order that misses none, answers, and month ends. */
export class MeterExport1795324010000 implements MigrationInterface {
  readonly name = 'MeterExport1795324010000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What the books were told is not undone: restore a backup.');
  }
}

const STATEMENTS = [
  // A number drawn at the insert may become visible after a greater one, and the transaction's own id means nothing
  // after a restore. So a worker numbers what is committed, one branch at a time under a lock: see number-hand-ins.
  'drop index meter_hand_in_export',
  'alter table meter_hand_in drop column export_xid',
  'alter table meter_hand_in alter column export_no drop identity, alter column export_no drop not null',
  `alter table meter_hand_in
     add column refused_at timestamptz,
     add column refused_reason text check (refused_reason <> ''),
     add column settled_by uuid,
     add constraint meter_hand_in_settled check (
       (export_state = 'booked') = (booked_at is not null) and (export_state <> 'refused' or refused_at is not null))`,
  'create unique index meter_hand_in_export on meter_hand_in (branch_id, export_no)',
  'create index meter_hand_in_export_of_customer on meter_hand_in (customer_id, export_no)',
  'create index meter_hand_in_unnumbered on meter_hand_in (branch_id) where export_no is null',

  // A month of an organisation is closed once, however many workers try.
  `create table meter_month_closing (
     customer_id uuid not null,
     branch_id uuid not null,
     month date not null check (extract(day from month) = 1),
     closed_at timestamptz not null,
     primary key (customer_id, month))`,
  ...fenceTable('meter_month_closing', 'column'),

  'alter table meter_exception drop constraint meter_exception_kind_check',
  `alter table meter_exception add constraint meter_exception_kind_check
     check (kind in ('fell', 'jumped', 'flagged', 'future', 'refused'))`,
];
