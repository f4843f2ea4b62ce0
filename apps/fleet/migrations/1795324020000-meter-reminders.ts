import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was reminded of which due day, and the links with which counters are handed in without a password. */
export class MeterReminders1795324020000 implements MigrationInterface {
  readonly name = 'MeterReminders1795324020000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Links under way are not undone: restore a backup.');
  }
}

const STATEMENTS = [
  // step: so many days before the due day. Each is told once, however many workers try.
  `create table meter_reminder (
     id uuid primary key default uuidv7(),
     customer_id uuid not null,
     branch_id uuid not null,
     due_on date not null,
     step int not null,
     since timestamptz not null,
     told_at timestamptz not null,
     unique (customer_id, due_on, step))`,
  ...fenceTable('meter_reminder', 'column'),

  // Of a person, or (user_id null) of the contact of machines, who is known by the hash of his address alone.
  `create table meter_link (
     id uuid primary key default uuidv7(),
     customer_id uuid not null,
     branch_id uuid not null,
     reminder_id uuid not null references meter_reminder on delete cascade,
     user_id uuid,
     contact_hash text,
     token_hash bytea not null unique,
     created_at timestamptz not null,
     expires_at timestamptz not null,
     revoked_at timestamptz,
     check ((user_id is null) <> (contact_hash is null)))`,
  `create unique index meter_link_alive on meter_link (customer_id, coalesce(user_id::text, contact_hash))
     where revoked_at is null`,
  'create index meter_link_of_person on meter_link (user_id) where user_id is not null',
  ...fenceTable('meter_link', 'column'),

  `create table meter_link_device (
     customer_id uuid not null,
     link_id uuid not null references meter_link on delete cascade,
     device_id uuid not null references device on delete cascade,
     done_at timestamptz,
     primary key (link_id, device_id))`,
  'create index meter_link_device_of_device on meter_link_device (device_id)',
  ...fenceTable('meter_link_device', { parent: 'meter_link', key: 'link_id' }),
];
