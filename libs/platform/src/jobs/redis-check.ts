import type { Logger } from 'pino';

/** Redis is set up so that it may throw jobs away. */
export class UnsafeRedisError extends Error {
  override readonly name = 'UnsafeRedisError';
}

/** What a Redis says about keeping what it was given. Null: it does not tell (managed services forbid CONFIG). */
export interface RedisDurability {
  readonly evictionPolicy: string | null;
  readonly appendOnly: boolean | null;
}

/**
 * Looks at start whether Redis keeps its jobs (threats C52): no eviction, and an append-only file.
 * @throws UnsafeRedisError when it does not and `strict`; otherwise says so in the log
 */
export async function checkRedis(
  redis: { info(): Promise<string> },
  strict: boolean,
  log: Logger,
): Promise<void> {
  const problems = durabilityProblems(readDurability(await redis.info()));
  if (problems.length === 0) return;
  const advice = `${problems.join('; ')}. Jobs that Redis loses come back from PostgreSQL within two minutes.`;
  if (strict)
    throw new UnsafeRedisError(`Redis may lose jobs: ${advice} REDIS_ALLOW_LOSS=true accepts that.`);
  log.warn(`Redis may lose jobs: ${advice}`);
}

/** Reads the answer of INFO. @param info lines of `name:value` */
export function readDurability(info: string): RedisDurability {
  const value = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? null;
  const aof = value('aof_enabled');
  return { evictionPolicy: value('maxmemory_policy'), appendOnly: aof === null ? null : aof === '1' };
}

/** What is wrong with it, in words; empty when nothing is. */
export function durabilityProblems(durability: RedisDurability): string[] {
  const problems: string[] = [];
  if (durability.evictionPolicy !== 'noeviction') {
    problems.push(`maxmemory-policy is ${durability.evictionPolicy ?? 'not told'} and should be noeviction`);
  }
  if (durability.appendOnly !== true) problems.push('appendonly is off and should be on');
  return problems;
}
