import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Gives the rights that came with the fleet's registers to the given roles of those who had the work before. */
export class RightsOfTheFleet1795320000000 implements MigrationInterface {
  readonly name = 'RightsOfTheFleet1795320000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [side, name, rights] of GIVEN)
      await runner.query(
        `update role set rights = rights || array(select r from unnest($2::text[]) r where r <> all(rights))
         where name = $1 and customer_id is ${side === 'customer' ? 'not null' : 'null'}`,
        [name, rights],
      );
  }

  async down(): Promise<void> {
    throw new Error('Rights are not taken back: restore a backup.');
  }
}

const GIVEN = [
  ['customer', 'Administrator', ['collector:manage']],
  ['staff', 'Service desk', ['meter:submit', 'meter:manage', 'collector:manage']],
  ['staff', 'Logistics', ['device:manage']],
  ['staff', 'Finance', ['meter:manage', 'meter:book']],
  [
    'staff',
    'Branch administrator',
    ['device:manage', 'collector:manage', 'meter:submit', 'meter:manage', 'meter:book'],
  ],
] as const;
