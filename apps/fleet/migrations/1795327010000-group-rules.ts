import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Groups whose machines follow from what is known of each machine, instead of being put in by hand. */
export class GroupRules1795327010000 implements MigrationInterface {
  readonly name = 'GroupRules1795327010000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Rules of groups are not undone: restore a backup.');
  }
}

const STATEMENTS = [
  // A group with a row here is by rule. An empty list asks nothing of its field; all fields that ask must fit.
  `create table group_rule (
     group_id uuid primary key references device_group on delete cascade,
     customer_id uuid not null,
     site_ids uuid[] not null,
     makers text[] not null,
     models text[] not null,
     departments text[] not null,
     floors text[] not null,
     check (cardinality(site_ids) + cardinality(makers) + cardinality(models) + cardinality(departments)
            + cardinality(floors) > 0))`,
  'create index group_rule_of_customer on group_rule (customer_id)',
  ...fenceTable('group_rule', { parent: 'device_group', key: 'group_id' }),
];
