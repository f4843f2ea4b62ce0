import type { Queue, Worker, WorkerListener } from 'bullmq';
import type { Logger } from 'pino';
import type { Delivery } from './delivery';
import { QUEUE_PREFIX, type QueueName } from './queue-names';

/** The part of a BullMQ queue that is used here; the same on both stores. */
export type BackendQueue = Pick<
  Queue<Delivery, void>,
  | 'addBulk'
  | 'close'
  | 'getJob'
  | 'getJobCounts'
  | 'getJobScheduler'
  | 'getJobSchedulers'
  | 'getRanges'
  | 'obliterate'
  | 'remove'
  | 'removeJobScheduler'
  | 'upsertJobScheduler'
  | 'waitUntilReady'
>;

/** The part of a BullMQ job that a processor needs. */
export interface ReceivedJob {
  readonly id?: string;
  readonly name: string;
  readonly data: Delivery;
  readonly attemptsMade: number;
  readonly opts: { readonly attempts?: number; readonly prevMillis?: number };
}

export interface BackendWorkerOptions {
  readonly concurrency: number;
  readonly lockDuration: number;
  /** default: half of `lockDuration` */
  readonly lockRenewTime?: number;
  readonly stalledInterval: number;
  readonly maxStalledCount: number;
  readonly drainDelay: number;
}

export interface BackendWorker extends Pick<Worker<Delivery, void>, 'close' | 'waitUntilReady'> {
  on<Event extends 'error' | 'failed'>(
    event: Event,
    listener: WorkerListener<Delivery, void>[Event],
  ): unknown;
}

/** Where the queues live: PostgreSQL, or Redis. */
export interface QueueBackend {
  readonly kind: 'postgres' | 'redis';
  /** a queue to put jobs in; fails fast while the store is away */
  queue(name: QueueName): BackendQueue;
  worker(
    name: QueueName,
    process: (job: ReceivedJob) => Promise<void>,
    options: BackendWorkerOptions,
  ): BackendWorker;
  /** true when the store answers */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

export interface QueueBackendSettings {
  readonly DATABASE_URL: string;
  readonly REDIS_URL?: string | undefined;
  readonly NODE_ENV: 'production' | 'development' | 'test';
  /** accept a Redis that may lose or evict jobs; they come back from PostgreSQL, only later */
  readonly REDIS_ALLOW_LOSS?: boolean | undefined;
  /** prefix of the keys in Redis, with a hash tag */
  readonly prefix?: string;
}

/**
 * Opens the store of the queues: Redis when `REDIS_URL` is set, else PostgreSQL. Loads only the code of that one.
 * @throws UnsafeRedisError in production when Redis may evict keys or keeps no append-only file
 */
export async function openQueueBackend(settings: QueueBackendSettings, log: Logger): Promise<QueueBackend> {
  if (settings.REDIS_URL === undefined) {
    const { openPostgresBackend } = await import('./postgres-backend');
    return openPostgresBackend(settings.DATABASE_URL, log);
  }
  const { openRedisBackend } = await import('./redis-backend');
  return openRedisBackend(
    {
      url: settings.REDIS_URL,
      prefix: settings.prefix ?? QUEUE_PREFIX,
      strict: settings.NODE_ENV === 'production' && !settings.REDIS_ALLOW_LOSS,
    },
    log,
  );
}
