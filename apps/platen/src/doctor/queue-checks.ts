import {
  type PlatformEnv,
  durabilityProblems,
  readDurability,
  schemaOf,
  serviceNames,
} from '@platen/platform';
import { Client } from 'pg';
import { type Finding, failed, fine, warning } from './finding';

const LATE_AFTER = '2 minutes';

/** Where the queues live, whether that place keeps them, and whether messages wait too long or for a person. */
export async function checkQueues(env: PlatformEnv): Promise<Finding[]> {
  return [await store(env), ...(await outboxes(env.DATABASE_URL))];
}

async function store(env: PlatformEnv): Promise<Finding> {
  if (!env.REDIS_URL) return fine('queues', 'in PostgreSQL (REDIS_URL is not set)');
  const { Redis } = await import('ioredis');
  const redis = new Redis(env.REDIS_URL, {
    lazyConnect: true,
    connectTimeout: 5000,
    retryStrategy: () => null,
  });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    const problems = durabilityProblems(readDurability(await redis.info()));
    const where = `Redis at ${new URL(env.REDIS_URL).host}`;
    if (problems.length === 0) return fine('queues', where);
    return warning(
      'queues',
      `${where}: ${problems.join('; ')}`,
      'redis-cli config set appendonly yes; config set maxmemory-policy noeviction',
    );
  } catch (error) {
    const evidence = error instanceof Error ? error.message : String(error);
    return failed(
      'queues',
      `Redis: ${evidence}`,
      'Start Redis, correct REDIS_URL, or unset it to keep queues in PostgreSQL',
    );
  } finally {
    redis.disconnect();
  }
}

async function outboxes(databaseUrl: string): Promise<Finding[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ late: number; parked: number; refused: number }>(
      `select sum(late)::int as late, sum(parked)::int as parked, sum(refused)::int as refused from (${serviceNames
        .map(
          (name) => `select
            (select count(*) from ${schemaOf(name)}.outbox where relayed_at is null and parked_at is null and available_at < now() - interval '${LATE_AFTER}') as late,
            (select count(*) from ${schemaOf(name)}.outbox where parked_at is not null) as parked,
            (select count(*) from ${schemaOf(name)}.mail where refused_at is not null) as refused`,
        )
        .join(' union all ')}) counted`,
    );
    const { late = 0, parked = 0, refused = 0 } = rows[0] ?? {};
    return [
      late === 0
        ? fine('outbox', 'nothing waits longer than two minutes')
        : failed(
            'outbox',
            `${late} messages wait longer than two minutes`,
            'Is a worker running? npm start, or the worker container',
          ),
      parked === 0
        ? fine('parked messages', 'none')
        : warning(
            'parked messages',
            `${parked} could not be handled`,
            'npx platen jobs parked, then: npx platen jobs replay',
          ),
      refused === 0
        ? fine('refused mails', 'none')
        : warning(
            'refused mails',
            `${refused} were refused by the mail server`,
            'See the mail tables: last_answer says why',
          ),
    ];
  } finally {
    await client.end();
  }
}
