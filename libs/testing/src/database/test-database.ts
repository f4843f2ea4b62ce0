import {
  type ServiceDefinition,
  type ServiceName,
  UnitOfWork,
  migrateServices,
  schemaOf,
  serviceDataSource,
  serviceDatabaseUrl,
} from '@platen/platform';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';

/** The product's secret in tests. */
export const testSecret = 'a-secret-that-only-tests-ever-know-0123456789';

export interface TestDatabase {
  /** as superuser: sees all rows, passes row-level security */
  readonly adminUrl: string;
  readonly admin: Client;
  /** the unit of work of a service, through its own role and under row-level security */
  workOf(service: ServiceName): UnitOfWork;
  sourceOf(service: ServiceName): DataSource;
  /** empties every table of these services, save what migrations wrote */
  clean(): Promise<void>;
  close(): Promise<void>;
}

/**
 * A database of this Jest worker with these services migrated. Call in `beforeAll`, `clean` in `beforeEach`,
 * `close` in `afterAll`.
 */
export async function createTestDatabase(
  services: readonly Pick<ServiceDefinition, 'name' | 'entities' | 'migrations'>[],
): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) throw new Error('TEST_DATABASE_URL is not set: run through the Jest project "db".');
  const name = `test_${process.env.JEST_WORKER_ID ?? '1'}_${process.pid}_${Date.now().toString(36)}`;
  await onServer(server, `create database ${name}`);
  const adminUrl = Object.assign(new URL(server), { pathname: `/${name}` }).toString();
  await migrateServices(services, adminUrl, testSecret);

  const sources = new Map<ServiceName, DataSource>();
  for (const service of services) {
    const url = serviceDatabaseUrl(service.name, adminUrl, testSecret);
    sources.set(
      service.name,
      await serviceDataSource(service, { url, size: 20, plans: 'generic' }).initialize(),
    );
  }
  const works = new Map([...sources].map(([service, source]) => [service, new UnitOfWork(source)]));
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();

  return {
    adminUrl,
    admin,
    workOf: (service) => known(works, service),
    sourceOf: (service) => known(sources, service),
    clean: () =>
      truncate(
        admin,
        services.map((service) => schemaOf(service.name)),
      ),
    close: async () => {
      for (const source of sources.values()) await source.destroy();
      await admin.end();
      await onServer(server, `drop database if exists ${name} with (force)`);
    },
  };
}

function known<T>(map: Map<ServiceName, T>, service: ServiceName): T {
  const value = map.get(service);
  if (value === undefined) throw new Error(`This test database was made without ${service}.`);
  return value;
}

/** What migrations wrote and nothing else does. */
const FILLED_BY_MIGRATIONS = ['migrations', 'meter_kind'];

async function truncate(admin: Client, schemas: string[]): Promise<void> {
  const tables = await admin.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname = any($1) and tablename <> all($2)`,
    [schemas, FILLED_BY_MIGRATIONS],
  );
  if (tables.rows.length === 0) return;
  // As a replica would: tables that only grow refuse to be emptied otherwise.
  await admin.query(`set session_replication_role = replica`);
  await admin.query(`truncate ${tables.rows.map((row) => row.name).join(', ')} restart identity cascade`);
  await admin.query(`set session_replication_role = origin`);
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
