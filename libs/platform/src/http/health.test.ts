import pino from 'pino';
import { createMetrics } from '../telemetry/metrics';
import { Breaker } from './breaker';
import { Health } from './health';
import { type RunningServer, listen, startHealthServer } from './http-server';
import { requestIdOf } from './request-id';

const log = pino({ level: 'silent' });
const address = { host: '127.0.0.1', port: 0 };
const statusOf = async (server: RunningServer, path: string) => (await fetch(`${server.url}${path}`)).status;

describe('C56 health', () => {
  test('is alive without its needs, ready only with all of them, and tells no detail', async () => {
    let database = false;
    const health = new Health([{ name: 'database', ready: async () => database }], log);
    const server = await startHealthServer(health, createMetrics(), address, log);
    expect(await statusOf(server, '/livez')).toBe(200);
    const response = await fetch(`${server.url}/readyz`);
    expect([response.status, await response.text()]).toEqual([503, 'not ready']);
    expect(await (await fetch(`${server.url}/metrics`)).text()).toContain(
      'platen_process_cpu_user_seconds_total',
    );
    expect(await statusOf(server, '/anything')).toBe(404);
    database = true;
    expect(await new Health([{ name: 'database', ready: async () => database }], log).ready()).toBe(true);
    await server.stop();
  });

  test('is not ready once it stops, nor when a need throws', async () => {
    const health = new Health([{ name: 'fine', ready: async () => true }], log);
    expect(await health.ready()).toBe(true);
    health.stop();
    expect(await health.ready()).toBe(false);
    const throwing = new Health([{ name: 'broken', ready: () => Promise.reject(new Error('no')) }], log);
    expect(await throwing.ready()).toBe(false);
  });
});

describe('HTTP server', () => {
  test('C56 lets a request under way finish before it stops, and takes no new ones', async () => {
    let finish = () => {};
    const arrived = new Promise<void>((seen) => {
      void listen(
        async (_request, response) => {
          seen();
          await new Promise<void>((resolve) => {
            finish = resolve;
          });
          response.end('done');
        },
        address,
        log,
      ).then((server) => {
        running = server;
        answer = fetch(server.url).then((response) => response.text());
      });
    });
    let running: RunningServer | undefined;
    let answer: Promise<string> | undefined;
    await arrived;
    const stopped = running?.stop();
    await expect(fetch(running?.url ?? '')).rejects.toThrow();
    finish();
    expect(await answer).toBe('done');
    await stopped;
  });

  test('C10 a handler that throws gives a bare 500', async () => {
    const server = await listen(() => Promise.reject(new Error('secret detail')), address, log);
    const response = await fetch(server.url);
    expect([response.status, await response.text()]).toEqual([500, '']);
    await server.stop();
  });

  test('request ids are the caller’s when plain, else new', () => {
    expect(requestIdOf('abc-12345')).toBe('abc-12345');
    for (const odd of [undefined, 'short', 'has space in it', `${'x'.repeat(65)}`, 'line\nbreak!!'])
      expect(requestIdOf(odd)).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('C55 breaker', () => {
  test('opens after five failures in a row, lets one through after two seconds, closes when it succeeds', () => {
    let now = 0;
    const breaker = new Breaker(() => now);
    for (let failures = 0; failures < 4; failures++) breaker.failed();
    breaker.succeeded();
    for (let failures = 0; failures < 5; failures++) {
      expect(breaker.mayTry()).toBe(true);
      breaker.failed();
    }
    expect(breaker.mayTry()).toBe(false);
    now = 2000;
    expect([breaker.mayTry(), breaker.mayTry()]).toEqual([true, false]);
    now = 4000;
    expect(breaker.mayTry()).toBe(true);
    breaker.succeeded();
    expect([breaker.mayTry(), breaker.mayTry()]).toEqual([true, true]);
  });
});
