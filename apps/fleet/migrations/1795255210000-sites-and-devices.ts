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

/** What a search looks into. */
const SEARCHED = `(name || ' ' || serial_number || ' ' || model || ' ' || coalesce(equipment_id, ''))`;

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

  // lowest_percent: the lowest measured level of its supplies, so that a list need not look at each of them.
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
     lowest_percent real,
     retired_at timestamptz,
     version int not null default 1) with (fillfactor = 80)`,
  // The same serial may come back after refurbishment, so only machines in use hold it.
  'create unique index device_serial on device (customer_id, serial_number) where retired_at is null',
  'create index device_serial_in_branch on device (branch_id, serial_number) where retired_at is null',
  'create index device_by_name on device (customer_id, name, id) where retired_at is null',
  'create index device_of_branch_by_name on device (branch_id, name, id) where retired_at is null',
  'create index device_of_site on device (site_id, name, id)',
  `create index device_search on device using gin
     (customer_id, ${SEARCHED} gin_trgm_ops)`,
  ...fenceTable('device', 'column'),

  // Row-level security keeps ILIKE away from the index above, because it is not leakproof. This function may use
  // it: inside the tenant of the transaction only, as the fence does. Null for too many ids, or without a tenant.
  `create function device_ids_with(pattern text, most int) returns uuid[]
     language plpgsql stable security definer
     set search_path = fleet, public, pg_temp set plan_cache_mode = force_custom_plan as $$
   declare
     tenant uuid;
     ids uuid[];
   begin
     case current_setting('platen.scope', true)
       when 'customer' then
         tenant := nullif(current_setting('platen.customer_id', true), '')::uuid;
         ids := array(select id from device where customer_id = tenant and ${SEARCHED} ilike pattern limit most + 1);
       when 'branch' then
         tenant := nullif(current_setting('platen.branch_id', true), '')::uuid;
         ids := array(select id from device where branch_id = tenant and ${SEARCHED} ilike pattern limit most + 1);
       else return null;
     end case;
     return case when cardinality(ids) <= most then ids end;
   end $$`,

  `create table device_user (
     customer_id uuid not null,
     device_id uuid not null references device on delete cascade,
     user_id uuid not null,
     primary key (user_id, device_id))`,
  'create index device_user_of_device on device_user (device_id)',
  ...fenceTable('device_user', { parent: 'device', key: 'device_id' }),
];
