import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audit log (threats C40), and keys of other systems with limits, succession and tokens of short life (C7). */
export class AuditAndKeys1795302070000 implements MigrationInterface {
  readonly name = 'AuditAndKeys1795302070000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('An audit log is not undone: restore a backup.');
  }
}

const STATEMENTS = [
  // One chain per customer, one per branch for its own acts, one of the installation. No foreign keys: entries
  // outlive what they tell of. The id is that of the message that brought the entry.
  `create table audit_chain (
     id uuid primary key,
     customer_id uuid,
     branch_id uuid,
     length int not null default 0,
     head bytea)`,
  ...fenceTable('audit_chain', 'column'),
  `create table audit_entry (
     id uuid primary key,
     chain_id uuid not null references audit_chain,
     position int not null check (position > 0),
     customer_id uuid,
     branch_id uuid,
     occurred_at timestamptz not null,
     recorded_at timestamptz not null,
     actor_kind text not null,
     actor_id uuid,
     viewed_by uuid,
     action text not null,
     target_kind text,
     target_id text,
     facts jsonb not null,
     request_id text not null,
     hash bytea not null,
     unique (chain_id, position))`,
  `create index audit_entry_of_customer on audit_entry (customer_id, occurred_at desc, id desc)`,
  `create index audit_entry_of_branch on audit_entry (branch_id, occurred_at desc, id desc)`,
  `create index audit_entry_about on audit_entry (target_id, occurred_at desc)`,
  ...fenceTable('audit_entry', 'column'),

  // Append-only: the service has no right to change an entry, and a trigger refuses it to everybody, the owner of
  // the tables included. Who may switch triggers off can still do harm; the chain then tells of it.
  `revoke update, delete, truncate on audit_entry from platen_identity`,
  `revoke delete, truncate on audit_chain from platen_identity`,
  `create function refuse_audit_change() returns trigger language plpgsql as $$
     begin raise exception 'the audit log only grows' using errcode = 'insufficient_privilege'; end $$`,
  `create trigger append_only before update or delete on audit_entry
     for each row execute function refuse_audit_change()`,
  `create trigger append_only_whole before truncate on audit_entry
     for each statement execute function refuse_audit_change()`,
  `create trigger grows before update on audit_chain
     for each row when (new.id <> old.id or new.length <> old.length + 1) execute function refuse_audit_change()`,
  `create trigger stays before delete on audit_chain
     for each row execute function refuse_audit_change()`,

  // replaced_by: the key that came in its place at a rotation; until expires_at both open the door.
  `alter table access_key
     add column created_by uuid,
     add column requests_per_minute int check (requests_per_minute > 0),
     add column cost_per_minute int check (cost_per_minute > 0),
     add column replaced_by uuid references access_key`,

  // Bearer tokens of a few minutes that a key was exchanged for (RFC 6749 section 4.4). They live by their key.
  `create table access_token (
     id uuid primary key default uuidv7(),
     customer_id uuid references customer,
     branch_id uuid not null references branch,
     key_id uuid not null references access_key on delete cascade,
     token_hash bytea not null unique,
     rights text[] not null,
     created_at timestamptz not null default now(),
     expires_at timestamptz not null)`,
  `create index access_token_of_key on access_token (key_id, expires_at)`,
  ...fenceTable('access_token', 'column'),
];
