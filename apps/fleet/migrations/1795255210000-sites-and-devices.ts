import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where machines stand, the machines themselves, and who may see which of them. */
export class SitesAndDevices1795255210000 implements MigrationInterface {
  readonly name = 'SitesAndDevices1795255210000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The first migrations are undone by dropping the schema.');
  }
}

const STATEMENTS = [
  // One index answers a search inside one customer: its id by btree, any part of the text by trigrams.
  'create extension if not exists pg_trgm with schema public',
  'create extension if not exists btree_gin with schema public',

  `create table site (
     id uuid primary key default uuidv7(),
     customer_id uuid not null,
     branch_id uuid not null,
     name text not null,
     street text not null,
     postal_code text not null,
     city text not null,
     country text not null check (country ~ '^[A-Z]{2}$'),
     delivery_contact_name text,
     delivery_contact_email text)`,
  'create index site_by_name on site (customer_id, name, id)',
  'create index site_of_branch on site (branch_id, name, id)',
  ...fenceTable('site', 'column'),

  `create table device (
     id uuid primary key default uuidv7(),
     customer_id uuid not null,
     branch_id uuid not null,
     site_id uuid not null references site,
     name text not null check (name <> ''),
     serial_number text not null check (serial_number <> ''),
     equipment_id text,
     maker text not null,
     model text not null,
     firmware text,
     floor text,
     room text,
     department text,
     monitored boolean not null,
     status text not null default 'unknown'
       check (status in ('idle', 'printing', 'warmup', 'warning', 'down', 'other', 'unknown')),
     errors text[] not null default '{}',
     ip_address text,
     last_seen_at timestamptz,
     retired_at timestamptz,
     version int not null default 1) with (fillfactor = 80)`,
  // The same serial may come back after refurbishment, so only machines in use hold it.
  'create unique index device_serial on device (customer_id, serial_number) where retired_at is null',
  'create index device_serial_in_branch on device (branch_id, serial_number) where retired_at is null',
  'create index device_by_name on device (customer_id, name, id) where retired_at is null',
  'create index device_of_branch_by_name on device (branch_id, name, id) where retired_at is null',
  'create index device_of_site on device (site_id, name, id)',
  `create index device_search on device using gin
     (customer_id, (name || ' ' || serial_number || ' ' || model || ' ' || coalesce(equipment_id, '')) gin_trgm_ops)`,
  ...fenceTable('device', 'column'),

  `create table device_user (
     customer_id uuid not null,
     device_id uuid not null references device on delete cascade,
     user_id uuid not null,
     primary key (user_id, device_id))`,
  'create index device_user_of_device on device_user (device_id)',
  ...fenceTable('device_user', { parent: 'device', key: 'device_id' }),
];
