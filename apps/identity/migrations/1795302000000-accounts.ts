import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Accounts that people look after themselves and administrators look after for them: links from mails, rights given
 * on top of a role, second factors that can be demanded, sessions in which somebody looks through another's eyes.
 */
export class Accounts1795302000000 implements MigrationInterface {
  readonly name = 'Accounts1795302000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Accounts are not undone: restore a backup.');
  }
}

const STATEMENTS = [
  // second_factor_since: null without one; kept with the factors themselves, so that a request need not look at them.
  // erased_at: the row stays, without anything personal, so that past requests keep a pseudonym.
  `alter table user_account
     add column granted_rights text[] not null default '{}',
     add column second_factor_since timestamptz,
     add column created_at timestamptz not null default now(),
     add column invited_by uuid,
     add column last_signed_in_at timestamptz,
     add column erased_at timestamptz`,
  `alter table customer add column requires_second_factor boolean not null default false`,
  `alter table branch add column staff_require_second_factor boolean not null default false`,

  // viewed_by: who looks through the eyes of user_id in this session; such a session changes nothing.
  `alter table session
     add column viewed_by uuid references user_account on delete cascade,
     add column user_agent text,
     add column address text`,

  // Without user: the link goes to somebody who has no account yet, or to an organisation's address.
  `create table one_time_token (
     id uuid primary key default uuidv7(),
     customer_id uuid references customer,
     branch_id uuid not null references branch,
     user_id uuid references user_account on delete cascade,
     purpose text not null,
     subject text not null,
     facts jsonb not null default '{}',
     token_hash bytea not null unique,
     created_at timestamptz not null default now(),
     expires_at timestamptz not null,
     used_at timestamptz,
     revoked_at timestamptz)`,
  `create index one_time_token_live on one_time_token (purpose, subject) where used_at is null and revoked_at is null`,
  `create index one_time_token_of_user on one_time_token (user_id)`,
  ...fenceTable('one_time_token', 'column'),
];
