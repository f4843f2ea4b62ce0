import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How people come to have an account: by invitation (R15), or by an application that their administrator grants (S1). */
export class Joining1795302030000 implements MigrationInterface {
  readonly name = 'Joining1795302030000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Joining is not undone: restore a backup.');
  }
}

const STATEMENTS = [
  // The branch's setting is the outer limit. No domains: an address of any domain may apply.
  `alter table customer
     add column self_registration text not null default 'allowed' check (self_registration in ('allowed', 'off')),
     add column registration_domains text[] not null default '{}'`,

  `create table application (
     id uuid primary key default uuidv7(),
     customer_id uuid not null references customer,
     branch_id uuid not null references branch,
     email text not null,
     email_folded text not null generated always as (lower(email)) stored,
     first_name text not null,
     last_name text not null,
     phone text not null,
     locale text not null,
     message text,
     created_at timestamptz not null default now(),
     expires_at timestamptz not null,
     decided_at timestamptz,
     decided_by uuid references user_account on delete set null,
     decision text check (decision in ('approved', 'declined')),
     check ((decided_at is null) = (decision is null)))`,
  // One undecided application of an address; one that expired makes room for the next.
  `create unique index application_undecided on application (customer_id, email_folded) where decided_at is null`,
  `create index application_of_customer on application (customer_id, id)`,
  ...fenceTable('application', 'column'),

  // Without customer: staff of the branch. tenant_id: one of the two, so that one index serves both.
  // The rights are fixed here and not in the link, so that whoever has the link cannot change them (threats C24).
  `create table invitation (
     id uuid primary key default uuidv7(),
     customer_id uuid references customer,
     branch_id uuid not null references branch,
     tenant_id uuid not null generated always as (coalesce(customer_id, branch_id)) stored,
     email text not null,
     email_folded text not null generated always as (lower(email)) stored,
     role_id uuid references role on delete set null,
     granted_rights text[] not null default '{}',
     locale text not null,
     application_id uuid references application on delete set null,
     invited_by uuid references user_account on delete set null,
     created_at timestamptz not null default now(),
     sent_at timestamptz not null default now(),
     expires_at timestamptz not null,
     accepted_at timestamptz,
     user_id uuid references user_account on delete set null,
     revoked_at timestamptz)`,
  // One open invitation of an address; one that expired makes room for the next.
  `create unique index invitation_open on invitation (tenant_id, email_folded)
     where accepted_at is null and revoked_at is null`,
  `create index invitation_of_tenant on invitation (tenant_id, id)`,
  `create index invitation_with_role on invitation (role_id)`,
  ...fenceTable('invitation', 'column'),
];
