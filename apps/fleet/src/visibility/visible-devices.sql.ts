import type { Visibility } from './visibility.policy';

/** A condition for a `where`, with the values of its parameters. */
export interface SqlCondition {
  readonly sql: string;
  readonly parameters: readonly string[];
}

/**
 * The policy as a condition on `device d`. One static text per kind of visibility, so that each is planned once.
 * @param first  number of the first parameter that the condition may use: 1 gives `$1`
 * @param alias  the table's name in the statement; other tables with customer and branch fit too
 */
export function visibleDevices(visibility: Visibility, first: number, alias = 'd'): SqlCondition {
  switch (visibility.see) {
    case 'everything':
      return { sql: 'true', parameters: [] };
    case 'branch':
      return { sql: `${alias}.branch_id = $${first}::uuid`, parameters: [visibility.branchId] };
    case 'customer':
      return { sql: `${alias}.customer_id = $${first}::uuid`, parameters: [visibility.customerId] };
    case 'assigned':
      return {
        sql: `${alias}.customer_id = $${first}::uuid and exists (
          select 1 from device_user a where a.user_id = $${first + 1}::uuid and a.device_id = ${alias}.id)`,
        parameters: [visibility.customerId, visibility.userId],
      };
    case 'nothing':
      return { sql: 'false', parameters: [] };
  }
}
