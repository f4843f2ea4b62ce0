import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of machines as people want to see them again: what is asked for, under a name. */
export class SavedViews1795327040000 implements MigrationInterface {
  readonly name = 'SavedViews1795327040000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Saved views are not undone: restore a backup.');
  }
}

const STATEMENTS = [
  // Staff keep views too, and belong to no customer; such rows are seen in the branch alone.
  `create table saved_view (
     id uuid primary key default uuidv7(),
     customer_id uuid,
     branch_id uuid not null,
     owner_id uuid not null,
     name text not null check (name <> ''),
     query text not null,
     shared boolean not null)`,
  'create unique index saved_view_name on saved_view (owner_id, lower(name))',
  'create index saved_view_shared on saved_view (branch_id, customer_id) where shared',
  'alter table saved_view enable row level security',
  'alter table saved_view force row level security',
  `create policy tenant on saved_view using (
     case (select current_setting('platen.scope', true))
       when 'customer' then customer_id = (select nullif(current_setting('platen.customer_id', true), '')::uuid)
       when 'branch' then customer_id is null
         and branch_id = (select nullif(current_setting('platen.branch_id', true), '')::uuid)
       when 'system' then true
       else false
     end)`,
];
