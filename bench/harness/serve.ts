import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Contender } from './bench';

/** A contender that answers. */
export interface Served {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** A contender did not start. */
export class ContenderError extends Error {
  override readonly name = 'ContenderError';
}

const START_LIMIT_MS = 60_000;

/** Starts a contender and waits until it says where it listens. @throws ContenderError */
export async function serve(contender: Contender): Promise<Served> {
  const child = fork(contender.script, {
    execArgv: ['--require', '@swc-node/register'],
    env: { ...process.env, ...contender.env, NODE_ENV: 'production' },
  });
  const ended = once(child, 'exit');
  const ready = new Promise<{ url: string }>((resolve, reject) => {
    const timer = setTimeout(() => fail('did not start in time'), START_LIMIT_MS);
    const fail = (why: string) => reject(new ContenderError(`${contender.name} ${why}`));
    child.once('message', (message) => {
      clearTimeout(timer);
      resolve(message as { url: string });
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with ${code} before it was ready`);
    });
  });
  const { url } = await ready.catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  return {
    url,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
      await ended;
      clearTimeout(timer);
    },
  };
}
