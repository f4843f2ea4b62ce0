import { createConnection } from 'node:net';
import { type Actor, anonymous } from '@platen/platform';
import { silent } from '../../test/fakes';
import { codeOf, startTestGateway } from '../../test/start';
import { rateLimits } from './rate-limits';
import { RequestRefused } from './request-refused';

const redisUrl = process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379/13';

const keyWith = (limits: Actor['limits']): Actor => {
  return { ...anonymous('r', 'en'), kind: 'partner', id: `key-${process.hrtime.bigint()}`, limits };
};
const refusal = (counted: Promise<void>) =>
  counted.then(
    () => null,
    (error: unknown) => (error instanceof RequestRefused ? [error.status, error.code] : error),
  );
const tooMany = [429, 'TOO_MANY_REQUESTS'];

/** Redis is asked where it runs; the check has it, a laptop may not. */
async function redisAnswers(): Promise<boolean> {
  const { hostname, port } = new URL(redisUrl);
  return new Promise((resolve) => {
    const socket = createConnection({ host: hostname, port: Number(port) }, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

describe.each([
  ['in the process', undefined],
  ['in Redis', redisUrl],
])('C11 limits of one key, counted %s', (where, url) => {
  const started = async () => {
    if (url && !(await redisAnswers())) {
      process.stderr.write(`Not tested: limits counted ${where}, because ${redisUrl} does not answer\n`);
      return null;
    }
    return rateLimits(0, url, silent);
  };

  test('requests a minute, at the limit and one above; another key has its own', async () => {
    const limits = await started();
    if (!limits) return;
    const key = keyWith({ requests: 2, cost: null });
    expect(await refusal(limits.countActor(key))).toBeNull();
    expect(await refusal(limits.countActor(key))).toBeNull();
    expect(await refusal(limits.countActor(key))).toEqual(tooMany);
    expect(await refusal(limits.countActor(keyWith({ requests: 2, cost: null })))).toBeNull();
    expect(await refusal(limits.countActor(keyWith(null)))).toBeNull();
    await limits.stop();
  });

  test('summed cost a minute, at the limit and one above', async () => {
    const limits = await started();
    if (!limits) return;
    const key = keyWith({ requests: null, cost: 100 });
    expect(await refusal(limits.countCost(key, 60))).toBeNull();
    expect(await refusal(limits.countCost(key, 40))).toBeNull();
    expect(await refusal(limits.countCost(key, 1))).toEqual(tooMany);
    expect(await refusal(limits.countCost(keyWith(null), 1_000_000))).toBeNull();
    await limits.stop();
  });
});

describe('C7 a key with limits of its own, at the door', () => {
  const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

  test('three requests a minute', async () => {
    const gateway = await startTestGateway();
    for (const expected of [200, 200, 200, 429]) {
      const reply = await gateway.query('{ fleetMood }', bearer('key-modest'));
      expect(reply.status).toBe(expected);
      if (expected === 429) {
        expect(codeOf(reply)).toBe('TOO_MANY_REQUESTS');
        expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
      }
    }
    expect((await gateway.query('{ fleetMood }', bearer('key-partner'))).status).toBe(200);
    await gateway.stop();
  });

  test('a cost of 50 a minute: one document that costs more is told so, several together wait', async () => {
    const gateway = await startTestGateway();
    const listOf = (size: number) =>
      gateway.query(`{ devices(first: ${size}) { edges { node { id } } } }`, bearer('key-frugal'));
    const large = await listOf(20);
    expect([large.status, codeOf(large), large.body.extensions?.cost]).toEqual([
      400,
      'COST_TOO_HIGH',
      { requested: 61, limit: 50 },
    ]);
    const small = await listOf(10);
    expect([small.status, small.body.extensions?.cost]).toEqual([200, { requested: 31, limit: 50 }]);
    const again = await listOf(10);
    expect([again.status, codeOf(again)]).toEqual([429, 'TOO_MANY_REQUESTS']);
    await gateway.stop();
  });
});
