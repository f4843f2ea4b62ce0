import { pino } from 'pino';
import { checkRedis, durabilityProblems, readDurability } from './redis-check';

const info = (policy: string, aof: string) =>
  `# Memory\r\nmaxmemory_policy:${policy}\r\n# Persistence\r\naof_enabled:${aof}\r\n`;
const silent = pino({ level: 'silent' });

test.each([
  ['noeviction', '1', 0],
  ['allkeys-lru', '1', 1],
  ['noeviction', '0', 1],
  ['volatile-ttl', '0', 2],
])('C52 policy %s with append-only file %s has %d problems', (policy, aof, problems) => {
  expect(durabilityProblems(readDurability(info(policy, aof)))).toHaveLength(problems);
});

test('C52 a Redis that does not tell is not trusted', () => {
  expect(durabilityProblems(readDurability('redis_version:8.0.0\r\n'))).toHaveLength(2);
});

test('C52 an unsafe Redis stops the start in production and is only reported elsewhere', async () => {
  const unsafe = { info: async () => info('allkeys-lru', '0') };
  await expect(checkRedis(unsafe, true, silent)).rejects.toThrow(/allkeys-lru .* REDIS_ALLOW_LOSS=true/s);
  await expect(checkRedis(unsafe, false, silent)).resolves.toBeUndefined();
  await expect(
    checkRedis({ info: async () => info('noeviction', '1') }, true, silent),
  ).resolves.toBeUndefined();
});
