import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The timeline of an order, and what the branch says about it. */
export class OrderEvents1795510000000 implements MigrationInterface {
  readonly name = 'OrderEvents1795510000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...COLUMNS, ...EVENTS, ...fenceTable('order_event', 'column'), BACKFILL])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table order_event');
    await runner.query('alter table supply_order drop column note');
  }
}

const COLUMNS = [
  'alter table supply_order add column note text',
  // What is under way and should be here: the branch's first question in the morning.
  `create index supply_order_under_way on supply_order (branch_id, expected_on)
     where status in ('received', 'confirmed', 'picked', 'shipped', 'backordered')`,
];

const EVENTS = [
  `create table order_event (
     id uuid primary key default uuidv7(),
     customer_id uuid not null,
     branch_id uuid not null,
     order_id uuid not null references supply_order,
     happened_at timestamptz not null,
     kind text not null,
     actor_kind text not null,
     actor_id uuid,
     facts jsonb not null)`,
  'create index order_event_of_order on order_event (order_id, happened_at, id)',
];

/** Orders placed before there was a timeline begin it with what their row tells. */
const BACKFILL = `
  insert into order_event (customer_id, branch_id, order_id, happened_at, kind, actor_kind, facts)
  select customer_id, branch_id, id, placed_at, 'placed', case when automatic then 'system' else 'user' end, '{}'
  from supply_order`;
