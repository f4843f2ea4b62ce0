import { createHmac } from 'node:crypto';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import type { ServiceName } from '../service-names';

/** The service's database schema: its name with underscores. */
export function schemaOf(service: ServiceName): string {
  return service.replaceAll('-', '_');
}

/** The service's login role. */
export function roleOf(service: ServiceName): string {
  return `platen_${schemaOf(service)}`;
}

/**
 * The service's own way into the database: same server, own role, password derived from the product's secret, so
 * that no further setting is needed.
 */
export function serviceDatabaseUrl(service: ServiceName, databaseUrl: string, secret: string): string {
  const url = new URL(databaseUrl);
  url.username = roleOf(service);
  url.password = rolePassword(roleOf(service), secret);
  return url.toString();
}

export function rolePassword(role: string, secret: string): string {
  return createHmac('sha256', secret).update(`database-role:${role}`).digest('base64url');
}

/**
 * Creates the service's schema and login role when they are missing, and sets its rights: use of its own schema,
 * nothing else, and never past row-level security. Safe to run again and at the same time from several processes.
 */
export async function prepareServiceDatabase(
  client: Client,
  service: ServiceName,
  secret: string,
): Promise<void> {
  const role = escapeIdentifier(roleOf(service));
  const schema = escapeIdentifier(schemaOf(service));
  // Roles belong to the whole cluster, so tests in several databases meet here: one at a time.
  await client.query(`select pg_advisory_lock(7200001)`);
  try {
    const known = await client.query('select 1 from pg_roles where rolname = $1', [roleOf(service)]);
    if (known.rowCount === 0) await client.query(`create role ${role} login nobypassrls nosuperuser`);
    await client.query(`alter role ${role} password ${escapeLiteral(rolePassword(roleOf(service), secret))}`);
    await client.query(`alter role ${role} set search_path = ${schema}, public`);
    await client.query(`create schema if not exists ${schema}`);
    await client.query(`grant usage on schema ${schema} to ${role}`);
    await client.query(
      `alter default privileges in schema ${schema} grant select, insert, update, delete on tables to ${role}`,
    );
    await client.query(
      `alter default privileges in schema ${schema} grant usage, select on sequences to ${role}`,
    );
    await client.query(`alter default privileges in schema ${schema} grant execute on functions to ${role}`);
  } finally {
    await client.query(`select pg_advisory_unlock(7200001)`);
  }
}
