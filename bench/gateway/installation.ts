import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IdentityApp } from '@platen/identity';
import { anonymous, migrateServices, serviceNames } from '@platen/platform';
import { startEmbeddedPostgres } from '@platen/testing/embedded-postgres';
import { startWorker, workerEnvSchema } from '@platen/worker';
import { Client } from 'pg';
import { services, startServices } from './services';
import { benchUser, benchWorld } from './world';

/** A filled database that all contenders share, and sessions of one person. */
export interface Installation {
  readonly env: Readonly<Record<string, string>>;
  /** one for each connection of the load driver */
  readonly sessionTokens: readonly string[];
  stop(): Promise<void>;
}

/** Starts a database of its own in a temporary folder, fills it and lets the worker finish what follows from that. */
export async function openInstallation(sessions: number): Promise<Installation> {
  const directory = mkdtempSync(join(tmpdir(), 'platen-bench-'));
  const postgres = await startEmbeddedPostgres({ directory });
  const env = {
    NODE_ENV: 'production',
    LOG_LEVEL: 'error',
    PLATEN_URL: 'http://localhost:8080',
    PLATEN_SECRET: randomBytes(32).toString('hex'),
    DATABASE_URL: postgres.url,
    PORT: '0',
    // Counted at every request as in production, only never reached.
    RATE_LIMIT_PER_MINUTE: '1000000000',
  };
  Object.assign(process.env, env);
  await migrateServices(services, env.DATABASE_URL, env.PLATEN_SECRET);
  const { log, runtimes } = await startServices();
  const world = benchWorld();
  for (const { definition, app } of runtimes) await definition.load?.(app, world);
  const identity = runtimes.find(({ name }) => name === 'identity')?.app as IdentityApp | undefined;
  const sessionTokens = await signIn(identity, sessions);
  for (const runtime of runtimes) await runtime.stop();
  const worker = await startWorker({ services, env: workerEnvSchema.parse(env), log });
  await settled(env.DATABASE_URL);
  await worker.stop();
  return {
    env,
    sessionTokens,
    stop: async () => {
      postgres.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function signIn(identity: IdentityApp | undefined, count: number): Promise<string[]> {
  const tokens: string[] = [];
  for (let session = 0; session < count; session++) {
    const nobody = anonymous(`bench-${session}`, 'en');
    const opened = await identity?.sessions.signIn(nobody, {
      ...benchUser,
      clientAddress: null,
      userAgent: null,
    });
    if (!opened?.ok) throw new Error(`The bench's own sign-in was refused: ${opened?.failure.code}.`);
    if (!('token' in opened.value)) throw new Error("The bench's person has a second factor.");
    tokens.push(opened.value.token);
  }
  return tokens;
}

const LOOK_EVERY_MS = 1000;
const QUIET_LOOKS = 3;

/** Waits until nothing new was told or handled for three seconds: then the projections are complete. */
async function settled(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const schemas = serviceNames.map((name) => name.replaceAll('-', '_'));
  const facts = schemas.map(
    (schema) => `select '${schema}' as service,
       (select count(*) from ${schema}.outbox where relayed_at is null and available_at <= now()) as waiting,
       (select count(*) from ${schema}.inbox) as handled`,
  );
  let last = '';
  for (let quiet = 0; quiet < QUIET_LOOKS; ) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    const { rows } = await client.query<{ waiting: string }>(facts.join(' union all '));
    const now = JSON.stringify(rows);
    quiet = now === last && rows.every(({ waiting }) => waiting === '0') ? quiet + 1 : 0;
    last = now;
  }
  await client.end();
}
