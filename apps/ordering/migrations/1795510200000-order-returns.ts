import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What goes back: surplus, empties, what was wrong or came damaged. */
export class OrderReturns1795510200000 implements MigrationInterface {
  readonly name = 'OrderReturns1795510200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [TABLE, ...fenceTable('order_return', 'column')]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table order_return');
  }
}

/** Its number is the order's with its place among the order's returns: 510001-R1. */
const TABLE = `
  create table order_return (
    id uuid primary key default uuidv7(),
    customer_id uuid not null,
    branch_id uuid not null,
    order_id uuid not null references supply_order,
    position int not null,
    reason text not null,
    order_line_id uuid references order_line,
    quantity int not null check (quantity between 1 and 999),
    note text,
    state text not null,
    answer text,
    requested_at timestamptz not null,
    unique (order_id, position))`;
