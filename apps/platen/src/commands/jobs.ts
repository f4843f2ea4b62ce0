import * as contracts from '@platen/contracts';
import {
  MessageRoutes,
  type RelayContext,
  createLogger,
  definitionsIn,
  listParked,
  openJobQueues,
  openQueueBackend,
  replayParked,
  serviceNames,
} from '@platen/platform';
import { Pool } from 'pg';
import { readKeptEnv } from '../doctor/kept-settings';
import { services } from '../services';

/** Prints the messages that no handler could handle, oldest first, with the reason. */
export async function parked(options: { data: string }): Promise<void> {
  await withQueues(options.data, async (context) => {
    const messages = (await Promise.all(serviceNames.map((name) => listParked(context, name)))).flat();
    for (const { id, origin, name, parkedAt, problem } of messages) {
      process.stdout.write(`${parkedAt.toISOString()}  ${origin}  ${name}  ${id}\n    ${problem}\n`);
    }
    process.stdout.write(`${messages.length} parked\n`);
  });
}

/** Makes all parked messages due again; what was done already is not done twice. */
export async function replay(options: { data: string }): Promise<void> {
  await withQueues(options.data, async (context) => {
    let count = 0;
    for (const name of serviceNames) count += (await replayParked(context, name)).length;
    process.stdout.write(`${count} messages will be tried again\n`);
  });
}

async function withQueues(data: string, work: (context: RelayContext) => Promise<void>): Promise<void> {
  const env = readKeptEnv(data);
  const log = createLogger('jobs', 'warn');
  const backend = await openQueueBackend({ ...env, REDIS_ALLOW_LOSS: true }, log);
  const queues = openJobQueues(backend);
  const pool = new Pool({ connectionString: env.DATABASE_URL, max: 2 });
  try {
    await work({ pool, queues, log, routes: new MessageRoutes(services, definitionsIn(contracts)) });
  } finally {
    await queues.close();
    await backend.close();
    await pool.end();
  }
}
