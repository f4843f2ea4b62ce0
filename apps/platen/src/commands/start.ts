import { join } from 'node:path';
import { demoState, demoStateFile } from '../demo/demo-state';
import { startMailbox } from '../mailbox/mailbox';
import { Closers } from '../supervisor/closers';
import { startDatabase } from '../supervisor/database';
import { DataDirectory } from '../supervisor/data-directory';
import { freePort, isFree } from '../supervisor/free-port';
import { type RunFile, readRunFile, runs, writeRunFile } from '../supervisor/run-file';
import { runToEnd } from '../supervisor/run-to-end';
import { Supervisor } from '../supervisor/supervisor';
import { distributed, singleWeb } from '../supervisor/topology';
import { waitReady } from '../supervisor/wait-ready';
import { describeStart } from './start-report';

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

const READY_WITHIN_MS = 120_000;
const compiled = join(__dirname, '..');

/**
 * Starts everything and stays until a signal: database, migrations, processes, and for the demo its data,
 * simulated printers and a mailbox. Whatever goes wrong on the way, what was started is stopped again.
 * @throws StartError for a busy port or a data folder in use
 */
export async function start(options: StartOptions): Promise<void> {
  const began = Date.now();
  const data = new DataDirectory(options.dataDirectory);
  await refuseSecondStart(data, options.port);
  const closers = new Closers();
  // Whoever read our output may go away; that is no reason to leave the database without its launcher.
  process.stdout.on('error', () => undefined);
  const stopped = closers.onSignal(() => say('\nStopping ...'));
  try {
    const { url, mailbox } = await startAll(options, data, closers);
    const seconds = (Date.now() - began) / 1000;
    say(describeStart({ url, mailbox, demo: options.demo, seconds }));
  } catch (error) {
    if (closers.closing) return stopped;
    await closers.close();
    throw error;
  }
  await stopped;
}

async function startAll(
  options: StartOptions,
  data: DataDirectory,
  closers: Closers,
): Promise<{ url: string; mailbox: string | null }> {
  say(`Platen starts in ${data.path}`);
  const database = await startDatabase(data);
  closers.add(() => database.stop());
  const mailbox = process.env.SMTP_URL
    ? null
    : await startMailbox({ folder: data.folder('mailbox'), port: await freePort(8025) });
  closers.add(() => mailbox?.stop());
  const demo = options.demo ? demoState(data) : null;
  const env: Record<string, string> = {
    NODE_ENV: 'production',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
    PLATEN_URL: process.env.PLATEN_URL ?? `http://localhost:${options.port}`,
    PLATEN_SECRET: data.secret(),
    DATABASE_URL: database.url,
    ...(mailbox && { SMTP_URL: mailbox.smtpUrl }),
    ...(demo && { DEMO_STATE: join(data.path, demoStateFile), REDIS_ALLOW_LOSS: 'true' }),
  };
  const url = env.PLATEN_URL ?? '';
  await runToEnd(join(compiled, 'prepare.js'), env);
  const topology = options.distributed ? await distributed(options.port, env) : singleWeb(options.port, env);

  const supervisor = new Supervisor(() => {
    const run: RunFile = {
      startedAt: new Date().toISOString(),
      topology: options.distributed ? 'distributed' : 'single',
      addresses: { portal: url, graphql: `${url}/graphql`, mailbox: mailbox?.url ?? null },
      pids: { launcher: process.pid, ...(database.pid && { postgres: database.pid }), ...supervisor.pids() },
      internal: {
        database: database.pid ? database.url : null,
        smtp: mailbox?.smtpUrl ?? null,
        subgraphs: topology.subgraphs,
      },
    };
    writeRunFile(data, run);
  }, say);
  closers.add(() => supervisor.stop());
  for (const spec of topology.processes) supervisor.start(spec);
  await waitReady(`http://127.0.0.1:${options.port}/readyz`, READY_WITHIN_MS);
  if (demo) {
    const sites = { SPOOL: data.folder('spool') };
    supervisor.start({ name: 'sites', entry: join(compiled, 'demo', 'sites.js'), env: { ...env, ...sites } });
  }
  return { url, mailbox: mailbox?.url ?? null };
}

async function refuseSecondStart(data: DataDirectory, port: number): Promise<void> {
  const last = readRunFile(data);
  if (last && runs(last)) {
    const { launcher } = last.pids;
    throw new StartError(
      `Platen runs already on this data (process ${launcher}, ${last.addresses.portal}). Stop it with Ctrl-C there or: kill ${launcher}`,
    );
  }
  if (!(await isFree(port))) {
    throw new StartError(`Port ${port} is in use. Choose another: PLATEN_PORT=8090 npm start`);
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
