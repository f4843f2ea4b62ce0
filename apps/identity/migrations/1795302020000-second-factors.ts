import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Second factors (threats C21): authenticator apps, passkeys, recovery codes, and what is under way with them. */
export class SecondFactors1795302020000 implements MigrationInterface {
  readonly name = 'SecondFactors1795302020000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Second factors are not undone: restore a backup.');
  }
}

const OF_A_PERSON = `
     customer_id uuid references customer,
     branch_id uuid not null references branch,
     user_id uuid not null references user_account on delete cascade`;

const STATEMENTS = [
  // Without confirmed_at: shown to its owner, who has not proved yet that his app has it. One of each a person.
  `create table authenticator_app (
     id uuid primary key default uuidv7(),${OF_A_PERSON},
     secret_sealed text not null,
     last_step bigint not null default 0,
     created_at timestamptz not null default now(),
     confirmed_at timestamptz)`,
  `create unique index authenticator_app_confirmed on authenticator_app (user_id) where confirmed_at is not null`,
  `create unique index authenticator_app_started on authenticator_app (user_id) where confirmed_at is null`,
  ...fenceTable('authenticator_app', 'column'),

  `create table passkey (
     id uuid primary key default uuidv7(),${OF_A_PERSON},
     name text not null,
     credential_id text not null unique,
     public_key bytea not null,
     counter bigint not null,
     transports text[] not null,
     created_at timestamptz not null default now(),
     last_used_at timestamptz)`,
  `create index passkey_of_user on passkey (user_id, id)`,
  ...fenceTable('passkey', 'column'),

  `create table recovery_code (
     id uuid primary key default uuidv7(),${OF_A_PERSON},
     code_hash bytea not null,
     created_at timestamptz not null default now(),
     used_at timestamptz,
     unique (user_id, code_hash))`,
  ...fenceTable('recovery_code', 'column'),

  // What an authenticator has to sign. Without user: somebody signs in, and who he is will be known from the answer.
  `create table passkey_challenge (
     id uuid primary key default uuidv7(),
     customer_id uuid references customer,
     branch_id uuid references branch,
     user_id uuid references user_account on delete cascade,
     challenge text not null unique,
     expires_at timestamptz not null,
     used_at timestamptz)`,
  `create index passkey_challenge_by_age on passkey_challenge (expires_at)`,
  `create index passkey_challenge_of_user on passkey_challenge (user_id)`,
  ...fenceTable('passkey_challenge', 'column'),

  // Between the right password and the second factor. Bound to the password: another one makes it worthless.
  `create table sign_in_challenge (
     id uuid primary key default uuidv7(),${OF_A_PERSON},
     token_hash bytea not null unique,
     password_digest bytea not null,
     passkey_challenge text,
     attempts int not null default 0,
     expires_at timestamptz not null,
     used_at timestamptz)`,
  `create index sign_in_challenge_by_age on sign_in_challenge (expires_at)`,
  `create index sign_in_challenge_of_user on sign_in_challenge (user_id)`,
  ...fenceTable('sign_in_challenge', 'column'),
];
