import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The catalogue, what ordering knows of devices and customers, the replenishment ledger, and orders. */
export class OrderingTables1795255200000 implements MigrationInterface {
  readonly name = 'OrderingTables1795255200000';

  async up(runner: QueryRunner): Promise<void> {
    const fences = TENANT_TABLES.flatMap((table) => fenceTable(table, 'column'));
    for (const statement of [...CATALOGUE, ...PROJECTIONS, ...REPLENISHMENT, ...ORDERS, ...fences])
      await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The first migration is undone by dropping the schema.');
  }
}

const TENANT_TABLES = [
  'known_customer',
  'known_device',
  'known_supply',
  'supply_ledger',
  'replenishment_decision',
  'supply_order',
  'order_line',
];

/** Articles belong to a branch, not to a customer: no tenant column. */
const CATALOGUE = [
  `create table article (
     id uuid primary key default uuidv7(),
     branch_id uuid not null,
     part_number text not null,
     name text not null,
     kind text not null,
     color text not null,
     yield_impressions int check (yield_impressions > 0),
     unique (branch_id, part_number))`,
  `create table article_fit (
     branch_id uuid not null,
     model_key text not null,
     kind text not null,
     color text not null,
     article_id uuid not null references article,
     primary key (branch_id, model_key, kind, color, article_id))`,
  'create index article_fit_of_article on article_fit (article_id)',
];

const PROJECTIONS = [
  `create table known_customer (
     customer_id uuid primary key,
     branch_id uuid not null,
     version int not null,
     number text not null,
     name text not null,
     notification_email text not null,
     locale text not null)`,
  `create table known_device (
     id uuid primary key,
     customer_id uuid not null,
     branch_id uuid not null,
     version int not null,
     name text not null,
     serial_number text not null,
     maker text not null,
     model text not null,
     monitored boolean not null,
     active boolean not null,
     site jsonb not null,
     place text,
     delivery_contact jsonb)`,
  `create table known_supply (
     id uuid primary key,
     customer_id uuid not null,
     branch_id uuid not null,
     device_id uuid not null,
     slot text not null,
     kind text not null,
     color text not null,
     class text not null,
     description text not null,
     read_at timestamptz not null,
     level_state text not null,
     level_percent double precision,
     cartridge_serial text,
     total_impressions bigint)`,
  'create index known_supply_of_device on known_supply (device_id)',
];

const REPLENISHMENT = [
  `create table supply_ledger (
     supply_id uuid primary key,
     customer_id uuid not null,
     branch_id uuid not null,
     device_id uuid not null,
     slot text not null,
     state text not null,
     memory jsonb not null)`,
  'create index supply_ledger_of_device on supply_ledger (device_id)',
  `create table replenishment_decision (
     id uuid primary key default uuidv7(),
     customer_id uuid not null,
     branch_id uuid not null,
     device_id uuid not null,
     supply_slot text not null,
     decided_at timestamptz not null,
     action text not null check (action in ('order', 'wait')),
     code text not null,
     inputs jsonb not null)`,
  `create index replenishment_decision_of_supply
     on replenishment_decision (customer_id, device_id, supply_slot, decided_at desc)`,
];

/** A line is live until `closed_at`: delivered, cancelled, returned or lost. */
const ORDERS = [
  `create table supply_order (
     id uuid primary key default uuidv7(),
     customer_id uuid not null,
     branch_id uuid not null,
     device_id uuid not null,
     number text not null,
     status text not null,
     automatic boolean not null,
     placed_at timestamptz not null,
     expected_on date not null,
     delivery_address text not null,
     decision_id uuid references replenishment_decision,
     unique (branch_id, number))`,
  'create index supply_order_of_customer on supply_order (customer_id, placed_at desc, id desc)',
  'create index supply_order_of_branch on supply_order (branch_id, placed_at desc, id desc)',
  'create index supply_order_of_device on supply_order (customer_id, device_id, placed_at desc, id desc)',
  'create index supply_order_of_branch_device on supply_order (branch_id, device_id, placed_at desc, id desc)',
  `create table order_line (
     id uuid primary key default uuidv7(),
     order_id uuid not null references supply_order,
     customer_id uuid not null,
     branch_id uuid not null,
     device_id uuid not null,
     position int not null,
     article_id uuid not null references article,
     quantity int not null check (quantity between 1 and 999),
     supply_slot text,
     automatic boolean not null,
     closed_at timestamptz)`,
  'create index order_line_of_order on order_line (order_id)',
  `create unique index one_live_automatic_order_per_supply
     on order_line (customer_id, device_id, supply_slot) where automatic and closed_at is null`,
  // A sequence per branch, made at its first order: gaps are harmless, waiting for each other's commit is not.
  // Two first orders at once: the second waits for the first's commit and then finds its sequence.
  `create function next_order_number(of_branch uuid, first_number bigint) returns text
   language plpgsql security definer set search_path from current as $$
   declare
     sequence_name text := 'order_number_' || replace(of_branch::text, '-', '');
   begin
     if to_regclass(sequence_name) is null then
       begin
         execute format('create sequence %I start with %s', sequence_name, first_number);
       exception when duplicate_table or unique_violation then
         null;
       end;
     end if;
     return nextval(sequence_name::regclass)::text;
   end $$`,
];
