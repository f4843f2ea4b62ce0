import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type DemoState, demoState, demoStateFile } from '../demo/demo-state';
import { describeStart } from './start-report';
import { type Database, startDatabase } from '../supervisor/database';
import { DataDirectory } from '../supervisor/data-directory';
import { freePort, isFree } from '../supervisor/free-port';
import { runToEnd } from '../supervisor/run-to-end';
import { Supervisor } from '../supervisor/supervisor';
import { type Topology, distributed, singleWeb } from '../supervisor/topology';
import { waitReady } from '../supervisor/wait-ready';
import { type Mailbox, startMailbox } from '../mailbox/mailbox';

export interface StartOptions {
  readonly demo: boolean;
  readonly distributed: boolean;
  readonly port: number;
  readonly dataDirectory: string;
}

/** Why the product does not start, with the way out. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** Addresses and process ids of a running installation, as `run.json` holds them. */
export interface RunFile {
  readonly startedAt: string;
  readonly topology: 'single' | 'distributed';
  readonly addresses: { readonly portal: string; readonly graphql: string; readonly mailbox: string | null };
  readonly pids: Readonly<Record<string, number>>;
  /** loopback addresses for `platen doctor`; null when they come from the environment */
  readonly internal: { readonly database: string | null; readonly smtp: string | null };
}

const READY_WITHIN_MS = 120_000;
const runFile = 'run.json';
const processDirectory = join(__dirname, '..');

/**
 * Starts everything and stays until a signal: database, migrations, processes, and for the demo its data,
 * simulated printers and a mailbox.
 * @throws StartError for a busy port or a data folder in use
 */
export async function start(options: StartOptions): Promise<void> {
  const began = Date.now();
  const data = new DataDirectory(options.dataDirectory);
  await refuseSecondStart(data, options.port);
  const say = (line: string) => process.stdout.write(`${line}\n`);

  say(`Platen starts in ${data.path}`);
  const database = await startDatabase(data);
  const mailbox = process.env.SMTP_URL
    ? null
    : await startMailbox({ folder: data.folder('mailbox'), port: await freePort(8025) });
  const demo = options.demo ? demoState(data) : null;
  const env = commonEnv(options, data, database, mailbox);
  await runToEnd(join(processDirectory, 'prepare.js'), {
    ...env,
    ...(demo && { DEMO_STATE: join(data.path, demoStateFile) }),
  });

  const url = env.PLATEN_URL;
  const supervisor = new Supervisor(
    () => writeRunFile(data, options, url, mailbox, database, supervisor),
    say,
  );
  const stopped = stopOnSignal(async () => {
    await supervisor.stop();
    await mailbox?.stop();
    database.stop();
  });
  const topology: Topology = options.distributed
    ? await distributed(options.port, env)
    : singleWeb(options.port, env);
  for (const spec of topology.processes) supervisor.start(spec);
  await waitReady(`http://127.0.0.1:${options.port}/readyz`, READY_WITHIN_MS);
  if (demo) startSites(supervisor, env, demo, data, options.distributed);
  say(
    describeStart({
      url,
      mailbox: mailbox?.url ?? null,
      demo: demo !== null,
      seconds: (Date.now() - began) / 1000,
    }),
  );
  await stopped;
}

function startSites(
  supervisor: Supervisor,
  env: Record<string, string>,
  demo: DemoState,
  data: DataDirectory,
  apart: boolean,
): void {
  supervisor.start({
    name: 'sites',
    entry: join(processDirectory, 'demo', 'sites.js'),
    env: {
      ...env,
      DEMO_STATE: join(data.path, demoStateFile),
      SPOOL: data.folder('spool'),
      COLLECTORS: apart ? 'processes' : 'here',
    },
  });
}

function commonEnv(
  options: StartOptions,
  data: DataDirectory,
  database: Database,
  mailbox: Mailbox | null,
): Record<string, string> {
  return {
    NODE_ENV: 'production',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
    PLATEN_URL: process.env.PLATEN_URL ?? `http://localhost:${options.port}`,
    PLATEN_SECRET: data.secret(),
    DATABASE_URL: database.url,
    PLATEN_FILES: data.folder('files'),
    ...(mailbox && { SMTP_URL: mailbox.smtpUrl }),
  };
}

async function refuseSecondStart(data: DataDirectory, port: number): Promise<void> {
  const last = data.readJson<RunFile>(runFile);
  if (last && isAlive(last.pids.launcher)) {
    throw new StartError(
      `Platen runs already on this data (process ${last.pids.launcher}, ${last.addresses.portal}). Stop it with Ctrl-C there or: kill ${last.pids.launcher}`,
    );
  }
  if (!(await isFree(port))) {
    throw new StartError(`Port ${port} is in use. Choose another: PLATEN_PORT=8090 npm start`);
  }
}

function isAlive(pid: number | undefined): boolean {
  if (!pid || pid === process.pid) return false;
  if (existsSync('/proc') && !existsSync(`/proc/${pid}`)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function writeRunFile(
  data: DataDirectory,
  options: StartOptions,
  url: string,
  mailbox: Mailbox | null,
  database: Database,
  supervisor: Supervisor,
): void {
  const run: RunFile = {
    startedAt: new Date().toISOString(),
    topology: options.distributed ? 'distributed' : 'single',
    addresses: { portal: url, graphql: `${url}/graphql`, mailbox: mailbox?.url ?? null },
    pids: { launcher: process.pid, ...(database.pid && { postgres: database.pid }), ...supervisor.pids() },
    internal: { database: database.pid ? database.url : null, smtp: mailbox?.smtpUrl ?? null },
  };
  data.writeJson(runFile, run);
}

/** Resolves after Ctrl-C or SIGTERM and the stop that follows; a second signal is ignored while stopping. */
function stopOnSignal(stop: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let stopping = false;
    const once = () => {
      if (stopping) return;
      stopping = true;
      process.stdout.write('\nStopping ...\n');
      stop().then(resolve, reject);
    };
    process.on('SIGINT', once);
    process.on('SIGTERM', once);
  });
}
