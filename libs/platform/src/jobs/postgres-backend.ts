import { createPostgresBackend, runMigrations, withBackend } from 'bullmq';
import { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Delivery } from './delivery';
import { logErrors } from './log-errors';
import type { QueueBackend } from './queue-backend';
import { queueNames } from './queue-names';

/** Connections for statements, beside the one that each worker holds for listening. */
const STATEMENT_CONNECTIONS = 6;

/** Opens queues in the schema `bullmq` of this database and brings that schema up to date. */
export async function openPostgresBackend(databaseUrl: string, log: Logger): Promise<QueueBackend> {
  const pool = new Pool({
    connectionString: databaseUrl,
    application_name: 'platen-queues',
    // A pool of our own finds BullMQ's functions only by this path; a config object would open one pool per queue.
    options: '-c search_path=bullmq,public',
    max: queueNames.length + STATEMENT_CONNECTIONS,
    keepAlive: true,
    idleTimeoutMillis: 10_000,
  });
  pool.on('error', (error) =>
    log.warn({ reason: error.message }, 'a database connection of the queues was lost'),
  );
  // Every queue and worker listens on the pool that they share, and none stops when it closes.
  pool.setMaxListeners(0);
  await migrate(pool);
  const { Queue, Worker } = withBackend(createPostgresBackend);
  return {
    kind: 'postgres',
    queue: (name) => logErrors(new Queue<Delivery, void>(name, { connection: pool }), log),
    worker: (name, process, options) =>
      new Worker<Delivery, void>(name, process, { connection: pool, ...options }),
    ready: () =>
      pool.query('select 1').then(
        () => true,
        () => false,
      ),
    close: () => pool.end(),
  };
}

async function migrate(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await runMigrations(client);
  } finally {
    client.release();
  }
}
