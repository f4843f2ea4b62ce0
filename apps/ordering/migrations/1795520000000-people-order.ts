import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Orders that people place: who asked, what was ordered together, where it goes and on whose account. */
export class PeopleOrder1795520000000 implements MigrationInterface {
  readonly name = 'PeopleOrder1795520000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `alter table supply_order
     add column batch_id uuid,
     add column placed_by_kind text,
     add column placed_by uuid,
     add column cost_centre text,
     add column po_number text,
     add column delivery_contact jsonb,
     add column delivery_instructions text`,
  'create index supply_order_of_batch on supply_order (batch_id) where batch_id is not null',
  // What is on its way to a device is looked up before anything more is ordered for it.
  'create index order_line_live_of_device on order_line (device_id) where closed_at is null',
  `alter table article
     add column orderable boolean not null default true,
     add column max_quantity int not null default 99 check (max_quantity between 1 and 999),
     add column retired_at timestamptz`,
  // An accessory that the article needs in the device, as the catalogue names it: the finisher of its staples.
  'alter table article_fit add column accessory text',
];

const DOWN = [
  'alter table article_fit drop column accessory',
  'alter table article drop column orderable, drop column max_quantity, drop column retired_at',
  'drop index order_line_live_of_device',
  `alter table supply_order drop column batch_id, drop column placed_by_kind, drop column placed_by,
     drop column cost_centre, drop column po_number, drop column delivery_contact,
     drop column delivery_instructions`,
];
