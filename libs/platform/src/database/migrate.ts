import { Client } from 'pg';
import { DataSource } from 'typeorm';
import type { ServiceDefinition } from '../service';
import { PlatformTables1795255100000 } from './platform-tables.migration';
import { prepareServiceDatabase, schemaOf } from './service-database';

type Migrated = Pick<ServiceDefinition, 'name' | 'migrations'>;

/**
 * Brings the schemas of these services up to date: schema and role, the platform's tables, the service's own
 * migrations, each once. Run as a role that may create schemas and roles.
 * @returns names of the migrations that ran, in order
 */
export async function migrateServices(
  services: readonly Migrated[],
  databaseUrl: string,
  secret: string,
): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const service of services) await prepareServiceDatabase(client, service.name, secret);
  } finally {
    await client.end();
  }
  const ran: string[] = [];
  for (const service of services) ran.push(...(await migrateOne(service, databaseUrl)));
  return ran;
}

async function migrateOne(service: Migrated, databaseUrl: string): Promise<string[]> {
  const schema = schemaOf(service.name);
  const source = new DataSource({
    type: 'postgres',
    url: databaseUrl,
    schema,
    migrations: [PlatformTables1795255100000, ...service.migrations],
    migrationsTransactionMode: 'each',
    installExtensions: false,
    applicationName: `platen-migrate-${service.name}`,
    poolSize: 1,
    extra: { options: `-c search_path=${schema},public -c lock_timeout=2000` },
  });
  await source.initialize();
  try {
    const done = await source.runMigrations();
    return done.map((migration) => `${service.name}/${migration.name}`);
  } finally {
    await source.destroy();
  }
}
