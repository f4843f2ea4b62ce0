import { serviceDatabaseUrl, serviceNames, schemaOf } from '@platen/platform';
import { Client } from 'pg';
import { services } from '../services';
import { type Finding, failed, fine, warning } from './finding';

const OLDEST_POSTGRES = 180000;

/** Version, clock, migrations and each service's own login, through the very addresses the services use. */
export async function checkDatabase(databaseUrl: string, secret: string): Promise<Finding[]> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
  } catch (error) {
    const evidence = error instanceof Error ? error.message || 'no answer' : String(error);
    return [failed('database', evidence, 'Start PostgreSQL, or correct DATABASE_URL')];
  }
  try {
    return [
      await version(client),
      await clock(client),
      await migrations(client),
      ...(await Promise.all(serviceNames.map((name) => login(name, databaseUrl, secret)))),
    ];
  } finally {
    await client.end();
  }
}

async function version(client: Client): Promise<Finding> {
  const { rows } = await client.query<{ number: string; text: string }>(
    `select current_setting('server_version_num') as number, current_setting('server_version') as text`,
  );
  const evidence = `PostgreSQL ${rows[0]?.text}`;
  if (Number(rows[0]?.number) >= OLDEST_POSTGRES) return fine('database', evidence);
  return failed('database', evidence, 'Upgrade to PostgreSQL 18: keys are made by its uuidv7()');
}

async function clock(client: Client): Promise<Finding> {
  const { rows } = await client.query<{ now: Date }>('select clock_timestamp() as now');
  const seconds = Math.abs(Date.now() - (rows[0]?.now.getTime() ?? 0)) / 1000;
  const evidence = `${seconds.toFixed(1)} s between this machine and the database`;
  return seconds < 5 ? fine('clock', evidence) : warning('clock', evidence, 'Synchronise both clocks (NTP)');
}

async function migrations(client: Client): Promise<Finding> {
  const missing: string[] = [];
  for (const service of services) {
    const { rows } = await client.query<{ done: boolean }>(`select to_regclass($1) is not null as done`, [
      `${schemaOf(service.name)}.migrations`,
    ]);
    if (!rows[0]?.done) {
      missing.push(service.name);
      continue;
    }
    const applied = await client.query<{ name: string }>(
      `select name from ${schemaOf(service.name)}.migrations`,
    );
    const names = new Set(applied.rows.map((row) => row.name));
    for (const Migration of service.migrations) {
      const name = new Migration().name ?? Migration.name;
      if (!names.has(name)) missing.push(`${service.name}/${name}`);
    }
  }
  if (missing.length === 0) return fine('migrations', 'all applied');
  return failed('migrations', `missing: ${missing.join(', ')}`, 'npx platen migrate');
}

async function login(
  name: (typeof serviceNames)[number],
  databaseUrl: string,
  secret: string,
): Promise<Finding> {
  const check = `login of ${name}`;
  const client = new Client({
    connectionString: serviceDatabaseUrl(name, databaseUrl, secret),
    connectionTimeoutMillis: 5000,
  });
  try {
    await client.connect();
    const { rows } = await client.query<{ role: string; safe: boolean }>(
      `select current_user as role, not (rolsuper or rolbypassrls) as safe from pg_roles where rolname = current_user`,
    );
    if (rows[0]?.safe) return fine(check, `${rows[0].role}, held by row-level security`);
    return failed(
      check,
      `${rows[0]?.role} passes row-level security`,
      `alter role ${rows[0]?.role} nosuperuser nobypassrls`,
    );
  } catch (error) {
    return failed(
      check,
      error instanceof Error ? error.message : String(error),
      'npx platen migrate (sets roles and their passwords)',
    );
  } finally {
    await client.end();
  }
}
