import type { Actor } from '@platen/platform';
import type { Logger } from 'pino';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { RequestRefused } from './request-refused';

const MINUTE_SECONDS = 60;
/** Points that an anonymous request takes from its address: strangers get a tenth of what the known get. */
const ANONYMOUS_POINTS = 10;

/** Counts requests per address and per person or key, in Redis when there is one, else in this process. */
export interface RateLimits {
  /** before anything is looked up; @throws RequestRefused 429 */
  countAddress(address: string | null, hasCredential: boolean): Promise<void>;
  /** once it is known who asks; @throws RequestRefused 429 */
  countActor(actor: Actor): Promise<void>;
  stop(): Promise<void>;
}

/**
 * @param perMinute  requests of one address and of one person or key; 0: no limit
 * @param redisUrl   where several gateways count together; while it is away each counts for itself
 */
export async function rateLimits(
  perMinute: number,
  redisUrl: string | undefined,
  log: Logger,
): Promise<RateLimits> {
  if (perMinute === 0)
    return { countAddress: async () => {}, countActor: async () => {}, stop: async () => {} };
  const options = { keyPrefix: 'platen-rate', points: perMinute, duration: MINUTE_SECONDS };
  const memory = new RateLimiterMemory(options);
  const redis = redisUrl ? await connect(redisUrl, log) : null;
  const limiter = redis
    ? new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter: memory })
    : memory;
  const count = async (key: string, points: number) => {
    try {
      await limiter.consume(key, points);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      throw new RequestRefused(429, 'TOO_MANY_REQUESTS', `Too many requests. Try again in ${seconds} s.`, {
        headers: { 'retry-after': String(seconds) },
      });
    }
  };
  return {
    countAddress: (address, hasCredential) =>
      count(`address:${address ?? 'unknown'}`, hasCredential ? 1 : ANONYMOUS_POINTS),
    countActor: async ({ kind, id }) => {
      if (id !== null) await count(`${kind}:${id}`, 1);
    },
    stop: async () => {
      await redis?.quit();
    },
  };
}

async function connect(url: string, log: Logger) {
  const { Redis } = await import('ioredis');
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1 });
  redis.on('error', (error: Error) =>
    log.warn({ err: error }, 'Redis is away: rates are counted here alone'),
  );
  return redis;
}
