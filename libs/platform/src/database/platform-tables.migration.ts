import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tables that every service has: what leaves it (outbox, mail), what reached it (inbox), what it answered already
 * (idempotency), and what it knows of branches. They belong to the product, not to a tenant, and only the
 * platform's own code touches them.
 */
export class PlatformTables1795255100000 implements MigrationInterface {
  readonly name = 'PlatformTables1795255100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The first migration is undone by dropping the schema.');
  }
}

const STATEMENTS = [
  `create table outbox (
     id uuid primary key default uuidv7(),
     kind text not null check (kind in ('event', 'job')),
     name text not null,
     payload jsonb not null,
     request_id text not null,
     created_at timestamptz not null default now(),
     available_at timestamptz not null default now(),
     relayed_at timestamptz,
     settled_at timestamptz,
     parked_at timestamptz,
     problem text)`,
  `create index outbox_waiting on outbox (available_at) where relayed_at is null and parked_at is null`,
  `create index outbox_unsettled on outbox (relayed_at) where settled_at is null and relayed_at is not null and parked_at is null`,
  `create index outbox_settled on outbox (settled_at) where settled_at is not null`,
  `create index outbox_parked on outbox (parked_at) where parked_at is not null`,
  `create function wake_relay() returns trigger language plpgsql as $$
     begin perform pg_notify('platen_outbox', tg_table_schema); return null; end $$`,
  `create trigger outbox_wakes_relay after insert on outbox for each statement execute function wake_relay()`,
  `create table inbox (
     handler text not null,
     message_id uuid not null,
     handled_at timestamptz not null default now(),
     primary key (handler, message_id))`,
  `create index inbox_age on inbox (handled_at)`,
  `create table mail (
     id uuid primary key default uuidv7(),
     key text not null,
     recipient text not null,
     template text not null,
     locale text not null,
     data jsonb not null,
     customer_id uuid,
     created_at timestamptz not null default now(),
     attempts int not null default 0,
     sent_at timestamptz,
     refused_at timestamptz,
     last_answer text,
     unique (key, recipient))`,
  `create table idempotency (
     tenant text not null,
     operation text not null,
     key text not null,
     input_hash text not null,
     answer jsonb,
     created_at timestamptz not null default now(),
     primary key (tenant, operation, key))`,
  `create index idempotency_age on idempotency (created_at)`,
  `create table known_branch (
     id uuid primary key,
     code text not null,
     version int not null,
     settings jsonb not null)`,
];
