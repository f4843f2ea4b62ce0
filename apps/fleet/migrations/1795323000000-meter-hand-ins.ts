import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Counter values that people and partners hand in, on their way into the books; what is settled for good. */
export class MeterHandIns1795323000000 implements MigrationInterface {
  readonly name = 'MeterHandIns1795323000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What was handed in is not undone: restore a backup.');
  }
}

const STATEMENTS = [
  // The digits that a counter shows, known once somebody said that it rolled over.
  'alter table meter add column digits smallint check (digits between 3 and 12)',

  // One row per machine and instant. export_xid: the books are read up to transactions that are all over, because a
  // row with a smaller number may become visible later than one with a greater one.
  `create table meter_hand_in (
     id uuid primary key default uuidv7(),
     customer_id uuid not null,
     branch_id uuid not null,
     device_id uuid not null references device on delete cascade,
     read_at timestamptz not null,
     handed_in_at timestamptz not null,
     source text not null check (source in ('portal', 'partner', 'link', 'device')),
     actor_kind text not null,
     actor_id uuid,
     flagged boolean not null default false,
     note text check (note <> ''),
     corrects uuid references meter_hand_in,
     export_no bigint generated always as identity,
     export_xid xid8 not null default pg_current_xact_id(),
     export_state text not null default 'waiting' check (export_state in ('waiting', 'booked', 'refused')),
     booked_at timestamptz,
     booked_reference text)`,
  'create unique index meter_hand_in_export on meter_hand_in (branch_id, export_no)',
  'create index meter_hand_in_of_device on meter_hand_in (device_id, read_at desc)',
  'create index meter_hand_in_corrected on meter_hand_in (corrects) where corrects is not null',
  ...fenceTable('meter_hand_in', 'column'),

  // previous: what the counter showed before, so that the books need not look for it.
  `create table meter_hand_in_value (
     customer_id uuid not null,
     hand_in_id uuid not null references meter_hand_in on delete cascade,
     meter_id uuid not null references meter on delete cascade,
     value bigint not null check (value >= 0),
     previous bigint check (previous >= 0),
     previous_read_at timestamptz,
     verdict text not null check (verdict in ('fits', 'low', 'high', 'jump', 'corrected')),
     primary key (hand_in_id, meter_id))`,
  'create index meter_hand_in_value_of_meter on meter_hand_in_value (meter_id, hand_in_id)',
  ...fenceTable('meter_hand_in_value', { parent: 'meter_hand_in', key: 'hand_in_id' }),

  // Readings up to this day are settled: neither new ones nor corrections.
  `create table meter_period_closed (
     customer_id uuid primary key,
     branch_id uuid not null,
     closed_through date not null,
     closed_before timestamptz not null,
     closed_at timestamptz not null,
     actor_kind text not null,
     actor_id uuid)`,
  ...fenceTable('meter_period_closed', 'column'),

  'alter table meter_exception drop constraint meter_exception_kind_check',
  `alter table meter_exception add constraint meter_exception_kind_check
     check (kind in ('fell', 'jumped', 'flagged', 'future'))`,
];
