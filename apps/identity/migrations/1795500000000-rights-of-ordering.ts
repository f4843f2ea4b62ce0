import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Gives the rights that came with the life of orders to the staff's given roles that have the work. */
export class RightsOfOrdering1795500000000 implements MigrationInterface {
  readonly name = 'RightsOfOrdering1795500000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, rights] of GIVEN)
      await runner.query(
        `update role set rights = rights || array(select r from unnest($2::text[]) r where r <> all(rights))
         where name = $1 and customer_id is null`,
        [name, rights],
      );
  }

  async down(): Promise<void> {
    throw new Error('Rights are not taken back: restore a backup.');
  }
}

const GIVEN = [
  ['Service desk', ['order:manage']],
  ['Logistics', ['order:manage', 'shipment:write', 'catalogue:manage']],
  ['Branch administrator', ['order:manage', 'shipment:write', 'catalogue:manage']],
] as const;
