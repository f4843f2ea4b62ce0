import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A supply that nobody knew is stored together with its first level, in one statement. What that statement inserts is
 * not there yet when the fence looks for the level's supply, so a key of a whole branch was refused. The fence for
 * writing asks for the organisation instead: one of the branch's own.
 */
export class LevelsOfNewSupplies1795610000000 implements MigrationInterface {
  readonly name = 'LevelsOfNewSupplies1795610000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter policy tenant on supply_level_read with check (
         case (select current_setting('platen.scope', true))
           when 'customer' then customer_id = (select nullif(current_setting('platen.customer_id', true), '')::uuid)
           when 'branch' then exists (
             select 1 from device fence where fence.customer_id = supply_level_read.customer_id)
           when 'system' then true
           else false
         end)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('The fence is not taken back: restore a backup.');
  }
}
