import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Places that deliveries find, what models can do, lists of machines on their way in, and whose customers there are. */
export class PlacesModelsAndImports1795321000000 implements MigrationInterface {
  readonly name = 'PlacesModelsAndImports1795321000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Places and models are not undone: restore a backup.');
  }
}

const STATEMENTS = [
  `alter table site
     add column delivery_contact_phone text,
     add column delivery_instructions text,
     add column closed_at timestamptz`,

  // Customers as identity last told of them: staff register machines for those of their branch alone.
  `create table known_customer (
     customer_id uuid primary key,
     branch_id uuid not null,
     version int not null,
     number text not null,
     name text not null)`,
  'create index known_customer_of_branch on known_customer (branch_id, name)',
  ...fenceTable('known_customer', 'column'),
  // Version 0: whatever identity tells next is newer.
  `insert into known_customer (customer_id, branch_id, version, number, name)
   select distinct on (customer_id) customer_id, branch_id, 0, '', '' from site`,

  // One model under all the ways its name is written: devices say "HP LaserJet 400", lists say "LaserJet-400" by HP.
  `create function model_key(maker text, model text) returns text
     language sql immutable parallel safe
     return regexp_replace(lower(maker) || case when lower(model) like lower(maker) || ' %'
       then substr(lower(model), length(maker) + 2) else lower(model) end, '[^[:alnum:]]+', '', 'g')`,

  // slots: [{slot, kind, color, class, description}]. A branch's own catalogue: no customer has one.
  `create table device_model (
     id uuid primary key default uuidv7(),
     branch_id uuid not null,
     maker text not null check (maker <> ''),
     model text not null check (model <> ''),
     key text not null generated always as (model_key(maker, model)) stored,
     color boolean not null,
     a3 boolean not null,
     monthly_from int check (monthly_from >= 0),
     monthly_to int check (monthly_to >= monthly_from),
     slots jsonb not null default '[]',
     meter_kinds text[] not null default '{}',
     unique (branch_id, key))`,
  'create index device_model_by_name on device_model (branch_id, maker, model, id)',
  'alter table device_model enable row level security',
  'alter table device_model force row level security',
  // Whoever sees a machine may know what its model can do: customers read the catalogue of their branch.
  `create policy tenant on device_model using (
     case (select current_setting('platen.scope', true))
       when 'customer' then branch_id in (
         select c.branch_id from known_customer c
         where c.customer_id = (select nullif(current_setting('platen.customer_id', true), '')::uuid))
       when 'branch' then branch_id = (select nullif(current_setting('platen.branch_id', true), '')::uuid)
       when 'system' then true
       else false
     end)`,

  // A list of machines from upload to result; what it says stands in its parts until it is done with.
  `create table device_import (
     id uuid primary key default uuidv7(),
     customer_id uuid not null,
     branch_id uuid not null,
     started_by uuid,
     started_at timestamptz not null,
     make_sites boolean not null default false,
     state text not null default 'uploading'
       check (state in ('uploading', 'checking', 'checked', 'unreadable', 'importing', 'done', 'outdated')),
     problem text,
     encoding text,
     delimiter text,
     digest text,
     new_rows int not null default 0,
     changed_rows int not null default 0,
     same_rows int not null default 0,
     refused_rows int not null default 0,
     new_sites int not null default 0,
     done_at timestamptz)`,
  'create index device_import_started on device_import (started_at)',
  ...fenceTable('device_import', 'column'),
  `create table device_import_part (
     customer_id uuid not null,
     import_id uuid not null references device_import on delete cascade,
     part int not null check (part between 0 and 199),
     bytes bytea not null,
     primary key (import_id, part))`,
  ...fenceTable('device_import_part', { parent: 'device_import', key: 'import_id' }),
  // problems: [{column, problem}]
  `create table device_import_row (
     customer_id uuid not null,
     import_id uuid not null references device_import on delete cascade,
     line int not null,
     verdict text not null check (verdict in ('new', 'changes', 'same', 'refused')),
     serial_number text not null,
     name text not null,
     site text not null,
     problems jsonb not null,
     primary key (import_id, line))`,
  'create index device_import_row_by_verdict on device_import_row (import_id, verdict, line)',
  ...fenceTable('device_import_row', { parent: 'device_import', key: 'import_id' }),

  'create index unknown_device_by_time on unknown_device (branch_id, last_seen_at desc, id)',
];
