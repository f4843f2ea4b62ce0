import type { Actor } from '@platen/platform';
import type { Logger } from 'pino';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import { RequestRefused } from './request-refused';

const MINUTE_SECONDS = 60;
/** Points that an anonymous request takes from its address: strangers get a tenth of what the known get. */
const ANONYMOUS_POINTS = 10;

/** Counts requests per address and per person or key, in Redis when there is one, else in this process. */
export interface RateLimits {
  /** before anything is looked up; @throws RequestRefused 429 */
  countAddress(address: string | null, hasCredential: boolean): Promise<void>;
  /** once it is known who asks; a key that has a limit of its own counts for that as well; @throws RequestRefused 429 */
  countActor(actor: Actor): Promise<void>;
  /** once it is known what a document costs, for keys that have a limit for the sum; @throws RequestRefused 429 */
  countCost(actor: Actor, cost: number): Promise<void>;
  stop(): Promise<void>;
}

/**
 * @param perMinute  requests of one address and of one person or key; 0: no limit but those of single keys
 * @param redisUrl   where several gateways count together; while it is away each counts for itself
 */
export async function rateLimits(
  perMinute: number,
  redisUrl: string | undefined,
  log: Logger,
): Promise<RateLimits> {
  const redis = redisUrl ? await connect(redisUrl, log) : null;
  const limiterOf = (keyPrefix: string): RateLimiterAbstract => {
    // Each key has a ceiling of its own, so the limiters only count and the ceilings are compared here.
    const options = { keyPrefix, points: Number.MAX_SAFE_INTEGER, duration: MINUTE_SECONDS };
    const memory = new RateLimiterMemory(options);
    return redis
      ? new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter: memory })
      : memory;
  };
  const requests = limiterOf('platen-rate');
  const keyRequests = limiterOf('platen-key-requests');
  const keyCost = limiterOf('platen-key-cost');
  const general = async (key: string, points: number) => {
    if (perMinute > 0) await count(requests, key, points, perMinute);
  };
  return {
    countAddress: (address, hasCredential) =>
      general(`address:${address ?? 'unknown'}`, hasCredential ? 1 : ANONYMOUS_POINTS),
    countActor: async ({ kind, id, limits }) => {
      if (id === null) return;
      await general(`${kind}:${id}`, 1);
      if (limits?.requests) await count(keyRequests, id, 1, limits.requests);
    },
    countCost: async ({ id, limits }, cost) => {
      if (id !== null && limits?.cost) await count(keyCost, id, cost, limits.cost);
    },
    stop: async () => {
      // A connection that is not there cannot be told good-bye.
      if (redis?.status === 'ready') await redis.quit();
      else redis?.disconnect();
    },
  };
}

/** Refused requests count as well: who goes on asking waits for the end of the minute. */
async function count(
  limiter: RateLimiterAbstract,
  key: string,
  points: number,
  limit: number,
): Promise<void> {
  const { consumedPoints, msBeforeNext } = await consumed(limiter, key, points);
  if (consumedPoints <= limit) return;
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  throw new RequestRefused(429, 'TOO_MANY_REQUESTS', `Too many requests. Try again in ${seconds} s.`, {
    headers: { 'retry-after': String(seconds) },
  });
}

async function consumed(limiter: RateLimiterAbstract, key: string, points: number): Promise<RateLimiterRes> {
  try {
    return await limiter.consume(key, points);
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return refused;
    throw refused;
  }
}

async function connect(url: string, log: Logger) {
  const { Redis } = await import('ioredis');
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1 });
  redis.on('error', (error: Error) =>
    log.warn({ err: error }, 'Redis is away: rates are counted here alone'),
  );
  await new Promise<void>((resolve) => {
    redis.once('ready', resolve).once('error', () => resolve());
  });
  return redis;
}
