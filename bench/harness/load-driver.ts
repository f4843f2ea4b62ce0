/**
 * The other side: a process that keeps one request under way on each connection for a given time. It answers each
 * order of its parent with what it saw.
 */
import { randomUUID } from 'node:crypto';
import { Pool } from 'undici';
import type { LoadOrder, LoadResult } from './load';
import { percentile } from './statistics';

process.on('message', (order: LoadOrder) => {
  drive(order).then(
    (result) => process.send?.(result),
    (error: unknown) => process.send?.({ failed: error instanceof Error ? error.message : String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));

async function drive(order: LoadOrder): Promise<LoadResult> {
  const pool = new Pool(order.url, { connections: order.headers.length, pipelining: 1 });
  const latenciesMs: number[] = [];
  const begun = performance.now();
  const until = begun + order.seconds * 1000;
  let sent = 0;
  const keepAsking = async (headers: Readonly<Record<string, string>>): Promise<void> => {
    while (performance.now() < until && sent < (order.requests ?? Number.POSITIVE_INFINITY)) {
      sent += 1;
      const asked = performance.now();
      await ask(pool, order, headers);
      latenciesMs.push(performance.now() - asked);
    }
  };
  try {
    await Promise.all(order.headers.map(keepAsking));
  } finally {
    await pool.destroy();
  }
  const seconds = (performance.now() - begun) / 1000;
  return {
    count: latenciesMs.length,
    ratePerS: latenciesMs.length / seconds,
    p50Ms: percentile(latenciesMs, 0.5),
    p99Ms: percentile(latenciesMs, 0.99),
  };
}

/** A wrong answer makes the figures worthless, so it ends the run. */
async function ask(pool: Pool, order: LoadOrder, headers: Readonly<Record<string, string>>): Promise<void> {
  const { statusCode, body } = await pool.request({
    path: order.path,
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: order.body.replaceAll('$unique', randomUUID()),
  });
  const text = await body.text();
  if (statusCode !== 200 || text.includes('"errors":'))
    throw new Error(`${statusCode} ${text.slice(0, 500)}`);
}
