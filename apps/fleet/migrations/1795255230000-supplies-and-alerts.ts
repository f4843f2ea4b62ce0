import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What devices consume or fill, how much of it was left at which time, and what devices complain about. */
export class SuppliesAndAlerts1795255230000 implements MigrationInterface {
  readonly name = 'SuppliesAndAlerts1795255230000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The first migrations are undone by dropping the schema.');
  }
}

const LEVEL = `
     level_state text not null check (level_state in ('percent', 'some', 'unknown', 'unrestricted', 'unscaled')),
     level_percent real check (level_percent between 0 and 100),
     check ((level_state = 'percent') = (level_percent is not null))`;

const STATEMENTS = [
  // announced_percent: the level other services heard last, so that a slow drift is told too.
  // runs_out_*_at: between these two instants it will be empty at the pace of the last weeks.
  `create table supply (
     id uuid primary key default uuidv7(),
     customer_id uuid not null,
     device_id uuid not null references device on delete cascade,
     slot text not null,
     description text not null,
     kind text not null,
     color text not null,
     class text not null check (class in ('consumed', 'receptacle')),
     cartridge_serial text,
     read_at timestamptz,
     source text check (source in ('device', 'portal', 'partner', 'estimate')),
     announced_percent real,
     runs_out_early_at timestamptz,
     runs_out_late_at timestamptz,
     ${LEVEL},
     unique (device_id, slot)) with (fillfactor = 80)`,
  `create index supply_of_customer on supply (customer_id, level_percent) where level_state = 'percent'`,
  ...fenceTable('supply', { parent: 'device', key: 'device_id' }),

  `create table supply_level_read (
     customer_id uuid not null,
     supply_id uuid not null,
     read_at timestamptz not null,
     cartridge_serial text,
     ${LEVEL},
     primary key (supply_id, read_at)) partition by range (read_at)`,
  ...fenceTable('supply_level_read', { parent: 'supply', key: 'supply_id' }),

  `create table device_alert (
     id uuid primary key default uuidv7(),
     customer_id uuid not null,
     device_id uuid not null references device on delete cascade,
     severity text not null check (severity in ('critical', 'warning', 'other')),
     code int,
     description text not null,
     raised_at timestamptz not null,
     cleared_at timestamptz)`,
  `create unique index device_alert_raised on device_alert (device_id, severity, code, description)
     nulls not distinct where cleared_at is null`,
  ...fenceTable('device_alert', { parent: 'device', key: 'device_id' }),
];
