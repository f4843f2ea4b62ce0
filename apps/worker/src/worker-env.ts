import { type QueueName, queueNames, servingEnvSchema } from '@platen/platform';
import { z } from 'zod';

const listOfQueues = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  )
  .pipe(z.array(z.enum(queueNames)).min(1));

/** Settings of a worker process. */
export const workerEnvSchema = servingEnvSchema.extend({
  /** queues that this process works on, by comma: services and `mail`; unset: all. It relays for all in any case. */
  WORKER_SERVICES: z.preprocess((value) => (value === '' ? undefined : value), listOfQueues.optional()),
  /** deliveries handled at once, for each service */
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(50).default(5),
  /** days that settled messages are kept */
  OUTBOX_KEEP_DAYS: z.coerce.number().int().min(1).max(365).default(14),
  /** true: start in production although Redis may evict keys or keeps no append-only file */
  REDIS_ALLOW_LOSS: z.stringbool().default(false),
});

export type WorkerEnv = z.infer<typeof workerEnvSchema>;

/** Whether this process works on that queue. */
export function worksOn(env: Pick<WorkerEnv, 'WORKER_SERVICES'>, queue: QueueName): boolean {
  return env.WORKER_SERVICES === undefined || env.WORKER_SERVICES.includes(queue);
}
