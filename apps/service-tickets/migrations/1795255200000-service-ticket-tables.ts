import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests for service, and their running numbers per branch. */
export class ServiceTicketTables1795255200000 implements MigrationInterface {
  readonly name = 'ServiceTicketTables1795255200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The first migration is undone by dropping the schema.');
  }
}

const STATEMENTS = [
  // Milliseconds, not microseconds: the instant stands in page cursors, and JavaScript's dates know no more.
  `create table service_ticket (
     id uuid primary key default uuidv7(),
     customer_id uuid not null,
     branch_id uuid not null,
     device_id uuid,
     number text not null,
     subject text not null,
     status text not null check (status in
       ('received', 'triaged', 'scheduled', 'on-the-way', 'waiting', 'resolved', 'closed', 'cancelled')),
     open boolean not null generated always as (status not in ('resolved', 'closed', 'cancelled')) stored,
     opened_at timestamptz(3) not null default now(),
     unique (branch_id, number))`,
  `create index service_ticket_of_customer on service_ticket (customer_id, opened_at desc, id desc)`,
  `create index service_ticket_of_branch on service_ticket (branch_id, opened_at desc, id desc)`,
  `create index service_ticket_of_device on service_ticket (device_id, opened_at desc, id desc)`,
  `create index service_ticket_open_at_device on service_ticket (device_id) where open`,
  ...fenceTable('service_ticket', 'column'),

  `create table ticket_number (
     branch_id uuid primary key,
     last bigint not null)`,
];
