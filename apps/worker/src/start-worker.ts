import * as contracts from '@platen/contracts';
import type { Clock } from '@platen/kernel';
import { renderMail } from '@platen/mail';
import {
  type AnyService,
  type Definitions,
  type HealthCheck,
  MessageRoutes,
  type RelayContext,
  definitionsIn,
  keepSchedules,
  openJobQueues,
  openMailerIfSet,
  openQueueBackend,
  registerQueueMetrics,
  relayTimes,
  secretBox,
  startRelay,
  startWorkers,
} from '@platen/platform';
import { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { mailQueue, serviceQueues } from './queue-handlers';
import { startRuntimes } from './runtimes';
import { type WorkerEnv, worksOn } from './worker-env';

/** Handlers under way get this long when the process stops; what follows fits into the 25 s of threats C52. */
const HANDLER_GRACE_MS = 20_000;

export interface WorkerOptions {
  /** all services of the product, also those whose queues other processes work on */
  readonly services: readonly AnyService[];
  readonly env: WorkerEnv;
  readonly log: Logger;
  readonly metrics?: Registry;
  readonly clock?: Clock;
  /** events and jobs of the product; default: those of libs/contracts */
  readonly definitions?: Definitions;
  /** default: as in production */
  readonly times?: Partial<Pick<typeof relayTimes, 'pollSeconds' | 'sweepSeconds' | 'sweepAfterSeconds'>>;
}

/** A worker that runs: relays, handles, keeps schedules and sends mail until stopped. */
export interface Worker {
  readonly checks: readonly HealthCheck[];
  /** off: no SMTP_URL, mails are marked as not sent */
  readonly mail: 'on' | 'off';
  /** Takes nothing new, lets handlers finish for 20 s, closes everything. */
  stop(): Promise<void>;
}

/**
 * Starts everything that reacts. Any number of workers may run on the same installation.
 * @throws WiringError when handlers are missing or double; UnsafeRedisError in production on a Redis that loses jobs
 */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { env, log, services } = options;
  const routes = new MessageRoutes(services, options.definitions ?? definitionsIn(contracts));
  const backend = await openQueueBackend(env, log);
  const queues = openJobQueues(backend);
  const pool = new Pool({
    connectionString: env.DATABASE_URL,
    application_name: 'platen-worker',
    max: 6,
    idleTimeoutMillis: 10_000,
  });
  pool.on('error', (error) =>
    log.warn({ reason: error.message }, 'a database connection of the worker was lost'),
  );
  const context: RelayContext = { pool, queues, routes, log };
  const runtimes = await startRuntimes(options);
  const mails = worksOn(env, 'mail');
  const mailer = mails ? await openMailerIfSet(env, log) : null;

  const work = serviceQueues(runtimes.running, env.WORKER_CONCURRENCY);
  if (mails)
    work.push(
      mailQueue({
        pool,
        mailer,
        render: renderMail,
        secrets: secretBox(env.PLATEN_SECRET, 'mail'),
        from: env.MAIL_FROM,
        log,
      }),
    );
  const workers = await startWorkers(backend, work, log);
  const scheduled = runtimes.running.map(({ definition }) => definition);
  await keepSchedules(queues, scheduled, log);
  const relay = await startRelay(context, {
    ...relayTimes,
    ...options.times,
    keepDays: env.OUTBOX_KEEP_DAYS,
    databaseUrl: env.DATABASE_URL,
    services: services.map((service) => service.name),
    onSweep: () => keepSchedules(queues, scheduled, log),
  });
  const names = services.map((service) => service.name);
  if (options.metrics) registerQueueMetrics(options.metrics, queues, pool, names, log);
  log.info(
    { queues: work.map(({ queue }) => queue), store: backend.kind, mail: mailer ? 'on' : 'off' },
    'working',
  );

  return {
    checks: [
      { name: 'database', ready: async () => (await pool.query('select 1')).rowCount === 1 },
      { name: `queues (${backend.kind})`, ready: () => backend.ready() },
    ],
    mail: mailer ? 'on' : 'off',
    stop: async () => {
      await relay.stop();
      await workers.stop(HANDLER_GRACE_MS);
      mailer?.close();
      await queues.close();
      await backend.close();
      await runtimes.stop();
      await pool.end();
    },
  };
}
