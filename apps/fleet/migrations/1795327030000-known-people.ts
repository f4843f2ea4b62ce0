import { fenceTable } from '@platen/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The people of organisations as identity last told of them, by id alone: to whom machines can be given. */
export class KnownPeople1795327030000 implements MigrationInterface {
  readonly name = 'KnownPeople1795327030000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Who is known is not undone: restore a backup.');
  }
}

const STATEMENTS = [
  `create table known_person (
     user_id uuid primary key,
     customer_id uuid not null,
     branch_id uuid not null,
     version int not null,
     state text not null check (state in ('active', 'deactivated', 'erased')),
     sees text not null check (sees in ('all', 'assigned', 'nothing')))`,
  `create index known_person_who_sees_all on known_person (customer_id, user_id)
     where state = 'active' and sees = 'all'`,
  ...fenceTable('known_person', 'column'),
];
