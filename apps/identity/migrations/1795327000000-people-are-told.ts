import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Other services hear of people by id; of those who are there already, now. */
export class PeopleAreTold1795327000000 implements MigrationInterface {
  readonly name = 'PeopleAreTold1795327000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What was told cannot be taken back: restore a backup.');
  }
}

const STATEMENTS = [
  // grows with each change that others hear of
  'alter table user_account add column version int not null default 1',
  // as the product itself: row-level security would hide everybody from an owner who is no superuser
  `select set_config('platen.scope', 'system', true)`,
  `insert into outbox (kind, name, payload, request_id)
   select 'event', 'identity.person.changed.v1', jsonb_build_object(
     'userId', person.id, 'customerId', person.customer_id, 'branchId', person.branch_id, 'version', 1,
     'state', case when person.erased_at is not null then 'erased'
                   when person.deactivated_at is not null then 'deactivated' else 'active' end,
     'sees', case when not 'device:read' = any(role.rights || person.granted_rights) then 'nothing'
                  when 'device:all' = any(role.rights || person.granted_rights) then 'all' else 'assigned' end),
     'migration'
   from user_account person join role on role.id = person.role_id where person.customer_id is not null`,
];
