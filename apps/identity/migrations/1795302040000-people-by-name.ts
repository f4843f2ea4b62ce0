import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of an organisation's people go by name, a page at a time. */
export class PeopleByName1795302040000 implements MigrationInterface {
  readonly name = 'PeopleByName1795302040000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index user_account_by_name on user_account (customer_id, last_name, first_name, id)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index user_account_by_name`);
  }
}
