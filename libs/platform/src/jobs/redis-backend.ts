import { createRedisBackend, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Delivery } from './delivery';
import { logErrors } from './log-errors';
import type { QueueBackend } from './queue-backend';
import { checkRedis } from './redis-check';

export interface RedisBackendOptions {
  readonly url: string;
  /** with a hash tag: `{platen}` */
  readonly prefix: string;
  /** refuse a Redis that may lose jobs instead of warning */
  readonly strict: boolean;
}

/** Opens queues on Redis. @throws UnsafeRedisError when `strict` and the server may lose jobs */
export async function openRedisBackend(options: RedisBackendOptions, log: Logger): Promise<QueueBackend> {
  const { prefix } = options;
  // Who adds must learn at once that Redis is away: the relay holds row locks meanwhile.
  const adding = new Redis(options.url, {
    maxRetriesPerRequest: 1,
    connectTimeout: 5000,
    commandTimeout: 15_000,
  });
  // Who works waits for Redis to come back.
  const working = new Redis(options.url, { maxRetriesPerRequest: null, lazyConnect: true });
  for (const client of [adding, working])
    client.on('error', (error) => log.warn({ reason: error.message }, 'Redis does not answer'));
  const close = async () => {
    adding.disconnect();
    working.disconnect();
  };
  try {
    await checkRedis(adding, options.strict, log);
  } catch (error) {
    await close();
    throw error;
  }
  const { Queue, Worker } = withBackend(createRedisBackend);
  return {
    kind: 'redis',
    queue: (name) => logErrors(new Queue<Delivery, void>(name, { connection: adding, prefix }), log),
    worker: (name, process, options) =>
      new Worker<Delivery, void>(name, process, { connection: working, prefix, ...options }),
    ready: () =>
      adding.ping().then(
        () => true,
        () => false,
      ),
    close,
  };
}
