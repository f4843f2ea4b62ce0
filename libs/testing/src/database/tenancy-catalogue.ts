import { type ServiceName, schemaOf } from '@platen/platform';
import type { Client } from 'pg';

/** Tables of the platform in every service's schema, and why no tenant owns their rows. */
const platformTables: Readonly<Record<string, string>> = {
  migrations: 'which migrations ran',
  outbox: 'messages under way; only the relay reads them',
  inbox: 'which messages were handled',
  mail: 'mails under way, customer_id for erasure only; only the mailer reads them',
  idempotency: 'answers by tenant, operation and key; only asked for with the tenant of the actor',
  known_branch: 'settings of branches, which are above tenants',
};

interface TableRow {
  readonly name: string;
  readonly has_customer: boolean;
  readonly fenced: boolean;
}

/**
 * Reads the catalogue for tables that break the tenancy rule (threats C2): every table carries `customer_id` and is
 * fenced by forced row-level security with a policy, or is listed with its reason. Partitions are reached through
 * their parent's policy and not listed.
 * @param admin      sees all schemas
 * @param exempt     table -> why it has no tenant; the platform's own tables are known
 * @returns          one sentence for each table that breaks the rule and each exemption that fits no table
 */
export async function tenancyProblems(
  admin: Client,
  service: ServiceName,
  exempt: Readonly<Record<string, string>> = {},
): Promise<string[]> {
  const listed = { ...platformTables, ...exempt };
  const { rows } = await admin.query<TableRow>(CATALOGUE, [schemaOf(service)]);
  const open = rows
    .filter((table) => !(table.name in listed))
    .flatMap((table) => [
      ...(table.has_customer ? [] : [`${table.name} has no customer_id and no reason is given`]),
      ...(table.fenced ? [] : [`${table.name} is not fenced by forced row-level security with a policy`]),
    ]);
  const names = new Set(rows.map((table) => table.name));
  const stale = Object.keys(exempt).filter((name) => !names.has(name));
  return [...open, ...stale.map((name) => `${name} is exempt but does not exist`)];
}

const CATALOGUE = `
  select c.relname as name,
         exists (select from pg_attribute a
                 where a.attrelid = c.oid and a.attname = 'customer_id' and not a.attisdropped) as has_customer,
         c.relrowsecurity and c.relforcerowsecurity
           and exists (select from pg_policy p where p.polrelid = c.oid) as fenced
  from pg_class c
  where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
  order by c.relname`;
