import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who: branches, customers, people with their roles and sessions, keys of other systems. */
export class IdentityTables1795255200000 implements MigrationInterface {
  readonly name = 'IdentityTables1795255200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The first migration is undone by dropping the schema.');
  }
}

const STATEMENTS = [
  `create table branch (
     id uuid primary key default uuidv7(),
     code text not null unique,
     version int not null default 1,
     settings jsonb not null)`,

  // The tenant itself: its own id is its customer_id, so that one fence fits every table.
  `create table customer (
     id uuid primary key default uuidv7(),
     customer_id uuid not null generated always as (id) stored,
     branch_id uuid not null references branch,
     version int not null default 1,
     number text not null,
     name text not null,
     notification_email text not null,
     locale text not null,
     unique (branch_id, number))`,
  `create index customer_by_name on customer (branch_id, name, id)`,
  ...fenceTable('customer', 'column'),

  // Without customer: a role of the branch's staff.
  `create table role (
     id uuid primary key default uuidv7(),
     customer_id uuid references customer,
     branch_id uuid not null references branch,
     name text not null,
     rights text[] not null,
     unique nulls not distinct (customer_id, branch_id, name))`,
  ...fenceTable('role', 'column'),

  // Without customer: staff of the branch. Without hash: the password is still to be set by its owner (R2).
  `create table user_account (
     id uuid primary key default uuidv7(),
     customer_id uuid references customer,
     branch_id uuid not null references branch,
     email text not null,
     email_folded text not null generated always as (lower(email)) stored unique,
     password_hash text,
     first_name text not null,
     last_name text not null,
     phone text,
     locale text not null,
     role_id uuid not null references role,
     deactivated_at timestamptz)`,
  `create index user_account_of_customer on user_account (customer_id, id)`,
  `create index user_account_with_role on user_account (role_id)`,
  ...fenceTable('user_account', 'column'),

  `create table session (
     id uuid primary key default uuidv7(),
     customer_id uuid references customer,
     branch_id uuid not null references branch,
     user_id uuid not null references user_account on delete cascade,
     token_hash bytea not null unique,
     created_at timestamptz not null default now(),
     last_used_at timestamptz not null default now(),
     expires_at timestamptz not null,
     ended_at timestamptz) with (fillfactor = 80)`,
  `create index session_of_user on session (user_id)`,
  ...fenceTable('session', 'column'),

  `create table access_key (
     id uuid primary key default uuidv7(),
     customer_id uuid references customer,
     branch_id uuid not null references branch,
     kind text not null check (kind in ('collector', 'partner')),
     name text not null,
     prefix text not null,
     key_hash bytea not null unique,
     rights text[] not null,
     created_at timestamptz not null default now(),
     expires_at timestamptz,
     last_used_at timestamptz,
     revoked_at timestamptz)`,
  `create index access_key_of_customer on access_key (customer_id, id)`,
  ...fenceTable('access_key', 'column'),

  `create table sign_in_attempt (
     subject bytea primary key,
     attempts int not null,
     failures_in_a_row int not null,
     window_ends_at timestamptz not null)`,
];
