import { type TestDatabase, createTestDatabase, testSecret } from '@platen/testing';
import { Redis } from 'ioredis';
import { Pool } from 'pg';
import { pino } from 'pino';
import { deliveryOptions } from '../src/jobs/job-options';
import { type JobQueues, openJobQueues } from '../src/jobs/job-queues';
import type { MessageHandler } from '../src/jobs/delivery';
import { handlersOf } from '../src/jobs/message-handler';
import { MessageRoutes } from '../src/jobs/message-routes';
import { type QueueBackend, openQueueBackend } from '../src/jobs/queue-backend';
import type { QueueName } from '../src/jobs/queue-names';
import { scheduleRunner } from '../src/jobs/schedules';
import { type QueueHandlers, type Workers, startWorkers } from '../src/jobs/workers';
import type { RelayContext } from '../src/outbox/relay-context';
import type { Schedule } from '../src/service';
import { type ServiceRuntime, startService } from '../src/service-runtime';
import { type Behaviour, thingDefinitions, thingServices } from './thing-services';

/** Redis of the tests: its own database number, emptied by them. */
export const testRedisUrl = process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379/11';

/** true when a Redis answers; suites say so when they skip. */
export async function redisAnswers(): Promise<boolean> {
  const redis = new Redis(testRedisUrl, {
    lazyConnect: true,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
  });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return (await redis.ping()) === 'PONG';
  } catch {
    return false;
  } finally {
    redis.disconnect();
  }
}

export interface WorkerBehaviour {
  /** puts something around each handler */
  readonly around?: (handler: MessageHandler) => MessageHandler;
  readonly options?: Parameters<typeof startWorkers>[3];
  readonly schedules?: readonly Schedule[];
}

export interface TestCourier {
  readonly database: TestDatabase;
  readonly backend: QueueBackend;
  readonly context: RelayContext;
  readonly queues: JobQueues;
  readonly behaviour: { -readonly [Key in keyof Behaviour]: Behaviour[Key] };
  runtime(name: string): ServiceRuntime;
  /** starts workers of all services; stopped by `reset` at the latest */
  work(how?: WorkerBehaviour): Promise<Workers>;
  /** starts a worker of the mail queue */
  workMail(handler: MessageHandler): Promise<Workers>;
  /** forgets everything that the queues hold, as FLUSHALL would */
  wipeQueues(): Promise<void>;
  /** effects as `handler thing`, sorted */
  effects(): Promise<string[]>;
  /** empties tables and queues and stops workers */
  reset(): Promise<void>;
  close(): Promise<void>;
}

export const silent = pino({ level: 'silent' });
const services = ['fleet', 'ordering', 'billing'] as const;

/** Services, queues and relay of a test on one of the two stores. */
export async function openCourier(store: 'postgres' | 'redis'): Promise<TestCourier> {
  const behaviour = { beforeEffect: async () => {} };
  const definitions = thingServices({
    beforeEffect: (...parameters) => courier.behaviour.beforeEffect(...parameters),
  });
  const database = await createTestDatabase(definitions);
  const backend = await openQueueBackend(
    {
      DATABASE_URL: database.adminUrl,
      REDIS_URL: store === 'redis' ? testRedisUrl : undefined,
      NODE_ENV: 'test',
      prefix: `{platen-test-${process.pid}}`,
    },
    silent,
  );
  // Two attempts without waiting: what is tested is what happens after the last.
  const backoff = { type: 'exponential', delay: 1, jitter: 0 } as const;
  const queues = openJobQueues(backend, { ...deliveryOptions, attempts: 2, backoff });
  const pool = new Pool({ connectionString: database.adminUrl, max: 4 });
  const env = { DATABASE_URL: database.adminUrl, PLATEN_SECRET: testSecret, DATABASE_POOL: 12 };
  const deviceAccess = { scopeOf: async () => ({ all: true as const }) };
  const runtimes = await Promise.all(
    definitions.map((definition) =>
      startService(definition, { env, log: silent, deviceAccess, publicUrl: 'http://localhost:8080' }),
    ),
  );
  const running: Workers[] = [];
  const stopWorkers = async () => {
    for (const workers of running.splice(0)) await workers.stop(5000);
  };
  const wipeQueues = async () => {
    if (store === 'redis') {
      const redis = new Redis(testRedisUrl);
      await redis.flushdb();
      redis.disconnect();
    } else {
      for (const name of [...services, 'mail'] as QueueName[])
        await queues.queue(name).obliterate({ force: true });
    }
  };
  const courier: TestCourier = {
    database,
    backend,
    queues,
    behaviour,
    context: { pool, queues, routes: new MessageRoutes(definitions, thingDefinitions), log: silent },
    runtime: (name) => {
      const found = runtimes.find((runtime) => runtime.name === name);
      if (!found) throw new Error(`no service ${name} in this test`);
      return found;
    },
    work: async ({ around = (handler: MessageHandler) => handler, options, schedules = [] } = {}) => {
      const queues = runtimes.map(
        (runtime): QueueHandlers => ({
          queue: runtime.name,
          handlers: handlersOf(runtime).map(around),
          runSchedule: scheduleRunner({ name: runtime.name, work: runtime.work, schedules }),
          concurrency: 8,
        }),
      );
      const workers = await startWorkers(backend, queues, silent, options);
      running.push(workers);
      return workers;
    },
    workMail: async (handler) => {
      const workers = await startWorkers(
        backend,
        [{ queue: 'mail', handlers: [handler], concurrency: 4 }],
        silent,
      );
      running.push(workers);
      return workers;
    },
    wipeQueues,
    effects: async () => {
      const all = services.map((name) => `select handler || ' ' || thing_id as effect from ${name}.effect`);
      const { rows } = await database.admin.query<{ effect: string }>(
        `${all.join(' union all ')} order by 1`,
      );
      return rows.map((row) => row.effect);
    },
    reset: async () => {
      await stopWorkers();
      await wipeQueues();
      await database.clean();
      courier.behaviour.beforeEffect = async () => {};
    },
    close: async () => {
      await stopWorkers();
      await wipeQueues();
      await queues.close();
      await backend.close();
      for (const runtime of runtimes) await runtime.stop();
      await pool.end();
      await database.close();
    },
  };
  return courier;
}

/** Waits until `condition` holds; fails through Jest's own time limit. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** A test that gets the courier of its store; passed over when the store is not there. */
export type TestOnStore = (name: string, run: (courier: TestCourier) => Promise<void>) => void;

/** The same tests on PostgreSQL and on Redis; without Redis it says so and tests PostgreSQL only. */
export function describeOnStores(title: string, tests: (testOn: TestOnStore) => void): void {
  // Hundreds of messages on a busy machine; nothing here is measured in time.
  jest.setTimeout(60_000);
  describe.each(['postgres', 'redis'] as const)(`${title} on %s`, (store) => {
    let courier: TestCourier | null = null;
    beforeAll(async () => {
      if (store === 'postgres' || (await redisAnswers())) courier = await openCourier(store);
      else console.warn(`No Redis answers at ${testRedisUrl}: tested on PostgreSQL only.`);
    });
    afterEach(() => courier?.reset());
    afterAll(() => courier?.close());
    tests((name, run) => {
      test(name, async () => {
        if (courier) await run(courier);
      });
    });
  });
}
