import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sets of machines, and the people who see all machines of a set. */
export class DeviceGroups1795302050000 implements MigrationInterface {
  readonly name = 'DeviceGroups1795302050000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Groups are not undone: restore a backup.');
  }
}

const STATEMENTS = [
  `create table device_group (
     id uuid primary key default uuidv7(),
     customer_id uuid not null,
     branch_id uuid not null,
     name text not null check (name <> ''),
     created_at timestamptz not null default now())`,
  'create unique index device_group_name on device_group (customer_id, lower(name))',
  'create index device_group_by_name on device_group (customer_id, name, id)',
  'create index device_group_of_branch on device_group (branch_id, name, id)',
  ...fenceTable('device_group', 'column'),

  `create table device_group_device (
     customer_id uuid not null,
     group_id uuid not null references device_group on delete cascade,
     device_id uuid not null references device on delete cascade,
     primary key (group_id, device_id))`,
  'create index device_group_device_of_device on device_group_device (device_id, group_id)',
  ...fenceTable('device_group_device', { parent: 'device_group', key: 'group_id' }),

  // People are identity's: a user_id is not checked here, and that of a stranger gives him nothing, because every
  // question about what somebody sees compares customer_id with his own.
  `create table device_group_user (
     customer_id uuid not null,
     group_id uuid not null references device_group on delete cascade,
     user_id uuid not null,
     primary key (user_id, group_id))`,
  'create index device_group_user_of_group on device_group_user (group_id, user_id)',
  ...fenceTable('device_group_user', { parent: 'device_group', key: 'group_id' }),
];
