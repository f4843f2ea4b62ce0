/**
 * Starts what docker-compose.yml starts, without containers: each app's own command with its own environment, the
 * database from the dependencies, Redis from this machine. Every app must become ready, the gateway must answer
 * through the services, and all must stop cleanly on SIGTERM. Run after `npm run build`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

const READY_WITHIN_MS = 120_000;
const STOP_WITHIN_MS = 30_000;
const { startEmbeddedPostgres } = createRequire(import.meta.url)('@platen/testing/embedded-postgres');
const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true });
const apps = Object.entries(compose.services).filter(([, service]) => service.build);
const folder = mkdtempSync(join(tmpdir(), 'platen-compose-'));
const running = [];
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

const ports = Object.fromEntries(await Promise.all(apps.map(async ([name]) => [name, await freePort()])));
const redisPort = await freePort();
const settings = {
  PLATEN_URL: `http://localhost:${ports.gateway}`,
  PLATEN_SECRET: randomBytes(32).toString('hex'),
  POSTGRES_PASSWORD: randomBytes(24).toString('hex'),
  PLATEN_COLLECTOR_KEY: 'not-a-key-of-anybody',
  LOG_LEVEL: 'error',
};

/** What Compose would put in place of `${NAME:-default}` and `${NAME:?message}`. */
function interpolate(text) {
  return String(text).replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name, kind, rest) => {
    if (settings[name] === undefined && kind === '?') throw new Error(`${name}: ${rest}`);
    return settings[name] ?? (kind === '-' ? rest : '');
  });
}

/** The container's environment; the names of other containers become ports of this machine. */
function environmentOf(name, service, databaseUrl) {
  const env = Object.fromEntries(
    Object.entries(service.environment).map(([key, value]) => {
      const text = interpolate(value)
        .replace('redis://redis:6379', `redis://127.0.0.1:${redisPort}`)
        .replace(/^http:\/\/([a-z-]+):8080$/, (_, host) => `http://127.0.0.1:${ports[host]}`);
      return [key, text];
    }),
  );
  const here = {
    HOST: '127.0.0.1',
    PORT: String(ports[name]),
    METRICS_PORT: '',
    COLLECTOR_SPOOL_DIR: join(folder, name),
  };
  return {
    PATH: process.env.PATH,
    HOME: folder,
    ...env,
    ...here,
    ...(env.DATABASE_URL && { DATABASE_URL: databaseUrl }),
  };
}

function start(name, [command, ...args], options) {
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'], ...options });
  const ended = once(child, 'exit').then(([code, signal]) => code ?? signal);
  const entry = { name, child, ended };
  running.push(entry);
  return entry;
}

async function untilReady(name) {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until) {
    const answer = await fetch(`http://127.0.0.1:${ports[name]}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await sleep(200);
  }
  throw new Error(`${name} does not get ready`);
}

async function stop({ name, child, ended }) {
  child.kill('SIGTERM');
  const code = await Promise.race([ended, sleep(STOP_WITHIN_MS).then(() => 'nothing in time')]);
  if (code !== 0) throw new Error(`${name} ended with ${code} on SIGTERM`);
}

let postgres;
try {
  postgres = await startEmbeddedPostgres({ directory: join(folder, 'postgres'), unsafe: true });
  const [program, ...flags] = compose.services.redis.command;
  start('redis', [program, ...flags, '--port', String(redisPort), '--bind', '127.0.0.1', '--dir', folder]);
  const { migrate, ...services } = Object.fromEntries(apps);
  const [node, ...args] = migrate.command;
  const env = environmentOf('migrate', migrate, postgres.url);
  const { status, stderr } = spawnSync(node, args, { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`migrate ended with ${status}\n${stderr}`);
  for (const [name, service] of Object.entries(services))
    start(name, service.command, { env: environmentOf(name, service, postgres.url) });
  for (const name of Object.keys(services)) await untilReady(name);
  const answer = await fetch(`http://127.0.0.1:${ports.gateway}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ viewer { kind } }' }),
  });
  const { data, errors } = await answer.json();
  if (data?.viewer?.kind !== 'ANONYMOUS')
    throw new Error(`the gateway answered ${JSON.stringify(errors ?? data)}`);
  for (const entry of running.splice(0).reverse()) await stop(entry);
  console.log(`${Object.keys(services).length} apps started, answered and stopped as in docker-compose.yml`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  for (const { child } of running) child.kill('SIGKILL');
  postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}
