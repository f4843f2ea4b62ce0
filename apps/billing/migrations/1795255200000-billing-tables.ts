import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Invoices, and their running numbers per branch. */
export class BillingTables1795255200000 implements MigrationInterface {
  readonly name = 'BillingTables1795255200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The first migration is undone by dropping the schema.');
  }
}

const STATEMENTS = [
  // Overdue is no status: an invoice becomes it by the passing of a day, without anybody writing.
  `create table invoice (
     id uuid primary key default uuidv7(),
     customer_id uuid not null,
     branch_id uuid not null,
     number text not null,
     issued_on date not null,
     due_on date not null,
     total_minor bigint not null,
     currency text not null check (currency ~ '^[A-Z]{3}$'),
     status text not null check (status in ('issued', 'paid', 'cancelled')),
     unique (branch_id, number))`,
  `create index invoice_of_customer on invoice (customer_id, issued_on desc, id desc)`,
  `create index invoice_of_branch on invoice (branch_id, issued_on desc, id desc)`,
  ...fenceTable('invoice', 'column'),

  `create table invoice_number (
     branch_id uuid primary key,
     last bigint not null)`,
];
