import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { createLogger, migrateServices, platformEnvSchema, readEnv, startService } from '@platen/platform';
import { Client } from 'pg';
import { type DemoState, demoWorldOf } from './demo/demo-state';
import { services } from './services';

/**
 * Brings the database up to date and, when `DEMO_STATE` names a demo's state file and there is no branch yet,
 * fills it with the demo. A process of its own, so that what it loads is gone from memory afterwards.
 */
async function prepare(): Promise<void> {
  const env = readEnv(platformEnvSchema);
  const ran = await migrateServices(services, env.DATABASE_URL, env.PLATEN_SECRET);
  if (ran.length > 0) process.stdout.write(`  ${ran.length} database changes applied\n`);
  const stateFile = process.env.DEMO_STATE;
  if (stateFile && (await isEmpty(env.DATABASE_URL))) {
    await loadDemo(JSON.parse(readFileSync(stateFile, 'utf8')) as DemoState);
    process.stdout.write('  demo data loaded: two branches, three customers, a year of readings\n');
  }
}

async function loadDemo(state: DemoState): Promise<void> {
  const env = readEnv(platformEnvSchema);
  const log = createLogger('prepare', 'warn');
  const world = demoWorldOf(state);
  for (const definition of services) {
    const runtime = await startService(definition, {
      env,
      log,
      publicUrl: env.PLATEN_URL,
      deviceAccess: {
        scopeOf: () => Promise.reject(new Error('Loading data asks nobody for device access.')),
      },
    });
    await definition.load?.(runtime.app, world);
    await runtime.stop();
  }
}

async function isEmpty(databaseUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const found = await client.query('select 1 from identity.branch limit 1');
    return found.rowCount === 0;
  } finally {
    await client.end();
  }
}

prepare().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
