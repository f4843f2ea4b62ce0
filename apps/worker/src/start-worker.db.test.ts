import { branchChanged, customerChanged, defineJob, sendMail } from '@platen/contracts';
import {
  type AnyService,
  type ServiceName,
  createMetrics,
  defineService,
  handles,
  on,
  readEnv,
  system,
} from '@platen/platform';
import { type TestDatabase, createTestDatabase, testSecret } from '@platen/testing';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { z } from 'zod';
import { type Worker, startWorker } from './start-worker';
import { workerEnvSchema } from './worker-env';

const welcomeCustomer = defineJob({
  name: 'ordering.welcome-customer',
  payload: z.object({ email: z.email() }),
});
const tickClock = defineJob({ name: 'fleet.tick-clock', payload: z.object({}) });

class Ticks1795255200000 implements MigrationInterface {
  readonly name = 'Ticks1795255200000';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table tick (message_id uuid not null)');
  }
  async down(): Promise<void> {}
}

class NoResolver {}
const service = (name: ServiceName, parts: Partial<AnyService>): AnyService =>
  defineService<unknown>({
    name,
    entities: [],
    migrations: [Ticks1795255200000],
    resolvers: [NoResolver],
    compose: () => ({}),
    resolverInstances: () => [],
    references: () => ({}),
    consumers: [],
    jobs: [],
    schedules: [],
    ...parts,
  });

/** identity reports a customer; ordering hears it, orders a job of its own, and that job orders a mail. */
const services: AnyService[] = [
  service('identity', {}),
  service('ordering', {
    consumers: [
      on(customerChanged, 'ordering.know-customer', async (_app, customer, { tx }) =>
        tx.enqueue(welcomeCustomer, { email: customer.notificationEmail }),
      ),
    ],
    jobs: [
      handles(welcomeCustomer, async (_app, { email }, { tx, messageId }) =>
        tx.mail(`welcome-${messageId}`, {
          template: 'order-confirmed',
          to: email,
          locale: 'nl',
          customerId: null,
          data: {
            brand: {
              name: 'Platen Nederland',
              color: '#0b6e4f',
              contactPhone: null,
              contactMail: 'info@example.nl',
            },
            orderNumber: 'NL-300001',
            automatic: false,
            deviceName: 'Balie',
            serialNumber: 'B7',
            place: null,
            deliveryAddress: 'Damrak 1',
            expectedOn: '2026-11-24',
            lines: [],
            levelPercent: null,
            orderUrl: 'https://portal.example/orders/1',
          },
        }),
      ),
    ],
  }),
  service('fleet', {
    jobs: [
      handles(tickClock, async (_app, _payload, { tx, messageId }) => {
        await tx.query('insert into tick (message_id) values ($1)', [messageId]);
      }),
    ],
    schedules: [{ name: 'tick', job: tickClock, payload: {}, everyMs: 500 }],
  }),
];
const definitions = {
  events: [customerChanged, branchChanged],
  jobs: [welcomeCustomer, tickClock, sendMail],
};
const redisUrl = process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379/12';

async function wipeRedis(): Promise<boolean> {
  const redis = new Redis(redisUrl, {
    lazyConnect: true,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
  });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    await redis.flushdb();
    return true;
  } catch {
    return false;
  } finally {
    redis.disconnect();
  }
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe.each(['postgres', 'redis'] as const)('worker with queues on %s', (store) => {
  let database: TestDatabase;
  let smtp: SMTPServer;
  const received: Email[] = [];
  let available = true;

  beforeAll(async () => {
    if (store === 'redis' && !(await wipeRedis())) {
      console.warn(`No Redis answers at ${redisUrl}: the worker is tested on PostgreSQL only.`);
      available = false;
    }
    database = await createTestDatabase(services);
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          void PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
            received.push(mail);
            done();
          });
        });
      },
    });
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    await new Promise<void>((resolve) => smtp.close(() => resolve()));
    await database.close();
    if (available && store === 'redis') await wipeRedis();
  });

  const start = (settings: Record<string, string> = {}, metrics = createMetrics()): Promise<Worker> => {
    const address = smtp.server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const env = readEnv(workerEnvSchema, {
      NODE_ENV: 'test',
      PLATEN_SECRET: testSecret,
      DATABASE_URL: database.adminUrl,
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      ...(store === 'redis' ? { REDIS_URL: redisUrl } : {}),
      ...settings,
    });
    return startWorker({ services, env, log: pino({ level: 'silent' }), metrics, definitions });
  };

  const registerCustomer = () =>
    database.workOf('identity').write(system('test'), async (tx) =>
      tx.emit(customerChanged, {
        customerId: '00000000-0000-7000-8000-000000000001',
        branchId: '00000000-0000-7000-8000-0000000000a2',
        version: 1,
        number: '1',
        name: 'Jansen B.V.',
        notificationEmail: 'balie@example.nl',
        locale: 'nl',
      }),
    );

  test("an event becomes a job becomes a mail in the reader's language; schedules fire; metrics tell", async () => {
    if (!available) return;
    const metrics = createMetrics();
    const worker = await start({}, metrics);
    expect(worker.mail).toBe('on');
    for (const check of worker.checks) expect(await check.ready()).toBe(true);
    await registerCustomer();
    const ticks = async () => (await database.admin.query('select from fleet.tick')).rows.length;
    await until(async () => received.length === 1 && (await ticks()) >= 2);
    const text = await metrics.metrics();
    await worker.stop();
    expect(received[0]).toMatchObject({
      subject: 'Uw bestelling NL-300001 is geregistreerd',
      to: [{ address: 'balie@example.nl' }],
    });
    expect(received[0]?.text).toContain('NL-300001');
    expect(text).toContain('platen_queue_jobs{queue="mail",state="failed"} 0');
    expect(text).toContain('platen_outbox_messages{service="ordering",state="parked"} 0');
  });

  test('two workers share the services between them; what one has no handler for, the other does', async () => {
    if (!available) return;
    received.length = 0;
    const workers = [
      await start({ WORKER_SERVICES: 'ordering' }),
      await start({ WORKER_SERVICES: 'mail, fleet' }),
    ];
    await registerCustomer();
    await until(async () => received.length === 1);
    await Promise.all(workers.map((worker) => worker.stop()));
  });

  test('a worker without SMTP_URL says so', async () => {
    if (!available) return;
    const worker = await start({ SMTP_URL: '' });
    expect(worker.mail).toBe('off');
    await worker.stop();
  });

  test('refuses to start when a handler is missing', async () => {
    const env = readEnv(workerEnvSchema, {
      NODE_ENV: 'test',
      PLATEN_SECRET: testSecret,
      DATABASE_URL: database.adminUrl,
    });
    const starting = startWorker({ services: [], env, log: pino({ level: 'silent' }), definitions });
    await expect(starting).rejects.toThrow('job fleet.tick-clock has no handler');
  });
});
