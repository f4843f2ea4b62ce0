import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Counters of devices, every reading of them, what they sum up to in a month, and the ones that fell. */
export class Meters1795255220000 implements MigrationInterface {
  readonly name = 'Meters1795255220000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The first migrations are undone by dropping the schema.');
  }
}

const SOURCES = `('device', 'portal', 'partner', 'estimate')`;

const STATEMENTS = [
  // value and read_at: the highest value ever read, and when it was last read. A counter never goes back.
  `create table meter (
     id uuid primary key default uuidv7(),
     customer_id uuid not null,
     device_id uuid not null references device on delete cascade,
     kind text not null check (kind ~ '^[a-z][a-z0-9_]{0,39}$'),
     unit text not null check (unit in ('impressions', 'sheets', 'other')),
     value bigint check (value >= 0),
     read_at timestamptz,
     source text check (source in ${SOURCES}),
     unique (device_id, kind)) with (fillfactor = 80)`,
  ...fenceTable('meter', { parent: 'device', key: 'device_id' }),

  `create table meter_read (
     customer_id uuid not null,
     meter_id uuid not null,
     read_at timestamptz not null,
     value bigint not null check (value >= 0),
     source text not null check (source in ${SOURCES}),
     confidence text not null check (confidence in ('measured', 'stated', 'estimated')),
     primary key (meter_id, read_at)) partition by range (read_at)`,
  ...fenceTable('meter_read', { parent: 'meter', key: 'meter_id' }),

  // What a month's volume is made of, in a form that does not depend on the order in which readings arrive.
  `create table meter_month (
     customer_id uuid not null,
     meter_id uuid not null references meter on delete cascade,
     month date not null check (extract(day from month) = 1),
     first_read_at timestamptz not null,
     first_value bigint not null,
     highest_value bigint not null,
     primary key (meter_id, month)) with (fillfactor = 70)`,
  ...fenceTable('meter_month', { parent: 'meter', key: 'meter_id' }),

  `create table device_month (
     customer_id uuid not null,
     device_id uuid not null references device on delete cascade,
     month date not null check (extract(day from month) = 1),
     mono_impressions bigint check (mono_impressions >= 0),
     color_impressions bigint check (color_impressions >= 0),
     total_impressions bigint check (total_impressions >= 0),
     primary key (device_id, month)) with (fillfactor = 70)`,
  'create index device_month_of_customer on device_month (customer_id, month)',
  ...fenceTable('device_month', { parent: 'device', key: 'device_id' }),

  // A case for a person. One stays open per meter; later low readings only move its end.
  `create table meter_exception (
     id uuid primary key default uuidv7(),
     customer_id uuid not null,
     meter_id uuid not null references meter on delete cascade,
     kind text not null check (kind in ('fell')),
     value_before bigint not null,
     value bigint not null,
     read_at timestamptz not null,
     last_value bigint not null,
     last_read_at timestamptz not null,
     opened_at timestamptz not null,
     resolved_at timestamptz)`,
  'create unique index meter_exception_open on meter_exception (meter_id) where resolved_at is null',
  ...fenceTable('meter_exception', { parent: 'meter', key: 'meter_id' }),
];
