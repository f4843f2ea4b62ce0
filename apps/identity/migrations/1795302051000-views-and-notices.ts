import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions in which somebody looks through another's eyes, and what people are still to be told of their machines. */
export class ViewsAndNotices1795302051000 implements MigrationInterface {
  readonly name = 'ViewsAndNotices1795302051000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Views and notices are not undone: restore a backup.');
  }
}

const STATEMENTS = [
  // viewing_from: the session that waits, without a token that anybody knows, until the look is over.
  `alter table session add column viewing_from uuid references session on delete cascade`,
  `alter table user_account add column notify_devices_changed boolean not null default true`,

  // What came and went since the last letter; gone once the letter is written.
  `create table device_notice (
     user_id uuid primary key references user_account on delete cascade,
     customer_id uuid not null references customer,
     branch_id uuid not null references branch,
     added int not null,
     removed int not null,
     changed_by uuid,
     created_at timestamptz not null default now())`,
  ...fenceTable('device_notice', 'column'),
];
