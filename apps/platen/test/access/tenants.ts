import type { WholeProduct } from '../whole-product';

/** A customer of the demo, and every value that stands in its rows and in nobody else's. */
export interface Tenant {
  readonly id: string;
  readonly branchId: string;
  readonly name: 'rossi' | 'verdi' | 'vandijk';
  /** ids, names, addresses, numbers: one of them in an answer to a stranger is a leak */
  readonly marks: ReadonlySet<string>;
}

export interface Tenants {
  readonly rossi: Tenant;
  readonly verdi: Tenant;
  readonly vandijk: Tenant;
}

interface Column {
  readonly table: string;
  readonly column: string;
}

/** Shorter values are words that could stand anywhere. */
const SHORTEST_MARK = 6;

/** Tables that carry a tenant, by their qualified name. */
export async function tenantTables(product: WholeProduct): Promise<string[]> {
  const { rows } = await product.database.admin.query<{ table: string }>(
    `select distinct format('%I.%I', table_schema, table_name) as table from information_schema.columns
     where column_name = 'customer_id' and table_schema in ('identity', 'fleet', 'ordering', 'service_tickets', 'billing')
       and table_name not in ('mail')
     order by 1`,
  );
  return rows.map((row) => row.table);
}

/** Reads the demo's customers and what marks them. */
export async function readTenants(product: WholeProduct): Promise<Tenants> {
  const { admin } = product.database;
  const { rows: columns } = await admin.query<Column>(COLUMNS, [await tenantTables(product)]);
  const owners = new Map<string, string>();
  for (const { table, column } of columns) {
    const { rows } = await admin.query<{ customer: string; value: string }>(
      `select distinct coalesce(customer_id::text, '') as customer, ${column}::text as value from ${table}
       where ${column} is not null`,
    );
    for (const { customer, value } of rows) {
      const known = owners.get(value);
      owners.set(value, known === undefined || known === customer ? customer : '');
    }
  }
  const { rows: customers } = await admin.query<{ id: string; branch_id: string; number: string }>(
    `select id, branch_id, notification_email as number from identity.customer`,
  );
  const tenant = (name: Tenant['name']): Tenant => {
    const row = customers.find(({ number }) => number.includes(name));
    if (!row) throw new Error(`The demo has no customer ${name}.`);
    const marks = [...owners].filter(([value, owner]) => owner === row.id && value.length >= SHORTEST_MARK);
    return { id: row.id, branchId: row.branch_id, name, marks: new Set(marks.map(([value]) => value)) };
  };
  return { rossi: tenant('rossi'), verdi: tenant('verdi'), vandijk: tenant('vandijk') };
}

/** A digest of all rows of a tenant, in all services: equal before and after, so nothing was touched. */
export async function digestOf(product: WholeProduct, tenant: Tenant): Promise<string> {
  const parts = (await tenantTables(product)).map(
    (table) =>
      `select '${table}' as name, md5(string_agg(t::text, '|' order by t::text)) as sum from ${table} t where customer_id = '${tenant.id}'`,
  );
  const { rows } = await product.database.admin.query<{ digest: string }>(
    `select string_agg(name || ' ' || coalesce(sum, '-'), E'\\n' order by name) as digest from (${parts.join(' union all ')}) d`,
  );
  return rows[0]?.digest ?? '';
}

const COLUMNS = `
  select format('%I.%I', table_schema, table_name) as table, quote_ident(column_name) as column
  from information_schema.columns
  where format('%I.%I', table_schema, table_name) = any($1)
    and data_type in ('text', 'uuid', 'inet') and column_name not in ('branch_id')`;
