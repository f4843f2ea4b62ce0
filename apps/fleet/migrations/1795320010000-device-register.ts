import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is known of a machine beside what it tells itself: its life, whose cost it is, whom to ask; and its history. */
export class DeviceRegister1795320010000 implements MigrationInterface {
  readonly name = 'DeviceRegister1795320010000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The history of machines is not undone: restore a backup.');
  }
}

const STATEMENTS = [
  // retired_at: since when it is nobody's machine to look after; set exactly where the life says so.
  `alter table device
     add column lifecycle text not null default 'installed'
       check (lifecycle in ('planned', 'installed', 'in_repair', 'swapped', 'retired', 'collected')),
     add column installed_on date,
     add column cost_centre text,
     add column contact_name text,
     add column contact_email text,
     add column contact_phone text,
     add column contract_number text`,
  `update device set lifecycle = 'retired' where retired_at is not null`,
  `alter table device add constraint device_retired
     check ((retired_at is not null) = (lifecycle in ('swapped', 'retired', 'collected')))`,

  // The timeline of a machine: what happened, who did it (null: nobody, a machine told it), and the facts of it.
  `create table device_event (
     id uuid primary key default uuidv7(),
     customer_id uuid not null,
     device_id uuid not null references device on delete cascade,
     happened_at timestamptz not null,
     kind text not null check (kind ~ '^[a-z][a-z-]{0,39}$'),
     actor_kind text not null,
     actor_id uuid,
     facts jsonb not null default '{}')`,
  'create index device_event_of_device on device_event (device_id, happened_at desc, id desc)',
  ...fenceTable('device_event', { parent: 'device', key: 'device_id' }),
];
