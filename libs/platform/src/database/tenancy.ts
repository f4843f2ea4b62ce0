import { type Actor, tenantScope } from '../actor/actor';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** `SET LOCAL` statements that tell row-level security who acts (threats C2). @throws when an id is not a UUID */
export function tenantSettings(actor: Actor): string {
  const tenant = tenantScope(actor);
  const customer = tenant.scope === 'customer' ? literal(tenant.customerId) : "''";
  const branch = tenant.scope === 'branch' ? literal(tenant.branchId) : "''";
  return `SET LOCAL platen.scope = '${tenant.scope}'; SET LOCAL platen.customer_id = ${customer}; SET LOCAL platen.branch_id = ${branch}`;
}

function literal(id: string): string {
  if (!UUID.test(id)) throw new Error('A tenant id must be a UUID.');
  return `'${id}'`;
}

/**
 * SQL that fences a table with `customer_id` by row-level security: customers see their own rows, staff those of
 * their branch, the product itself all of them, everybody else none. Settings are read by sub-selects, which
 * PostgreSQL evaluates once a statement instead of once a row.
 * @param branch  'column': the table carries `branch_id`. Otherwise staff reach its rows through a parent that
 *                does: `{ parent, key }`, where `key` is this table's column holding the parent's id.
 */
export function fenceTable(
  table: string,
  branch: 'column' | { readonly parent: string; readonly key: string },
): string[] {
  const ofBranch =
    branch === 'column'
      ? `branch_id = (select nullif(current_setting('platen.branch_id', true), '')::uuid)`
      : `exists (select 1 from ${branch.parent} fence where fence.id = ${table}.${branch.key})`;
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy tenant on ${table} using (
       case (select current_setting('platen.scope', true))
         when 'customer' then customer_id = (select nullif(current_setting('platen.customer_id', true), '')::uuid)
         when 'branch' then ${ofBranch}
         when 'system' then true
         else false
       end)`,
  ];
}
