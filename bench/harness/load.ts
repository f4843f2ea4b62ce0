import { fork } from 'node:child_process';
import { join } from 'node:path';

export interface LoadOrder {
  readonly url: string;
  readonly path: string;
  readonly body: string;
  /** one set for each connection */
  readonly headers: readonly Readonly<Record<string, string>>[];
  readonly seconds: number;
  /** ends earlier after so many */
  readonly requests?: number;
}

export interface LoadResult {
  readonly count: number;
  readonly ratePerS: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** A request failed or was answered wrongly while it was measured. */
export class WrongAnswerError extends Error {
  override readonly name = 'WrongAnswerError';
}

export interface LoadDriver {
  /** @throws WrongAnswerError */
  drive(order: LoadOrder): Promise<LoadResult>;
  stop(): void;
}

/** Starts the process that asks; it lives as long as the run, so its own warm-up disturbs nobody. */
export function startLoadDriver(): LoadDriver {
  const child = fork(join(__dirname, 'load-driver.ts'), { execArgv: ['--require', '@swc-node/register'] });
  return {
    drive: (order) =>
      new Promise((resolve, reject) => {
        child.once('message', (answer: LoadResult | { failed: string }) =>
          'failed' in answer ? reject(new WrongAnswerError(answer.failed)) : resolve(answer),
        );
        child.send(order);
      }),
    stop: () => child.disconnect(),
  };
}
