import type { Logger } from 'pino';

/** Sends a queue's connection errors to the log; without a listener BullMQ prints them, connection and all. */
export function logErrors<
  Q extends { readonly name: string; on(event: 'error', listener: (error: Error) => void): unknown },
>(queue: Q, log: Logger): Q {
  queue.on('error', (error) =>
    log.warn({ reason: error.message, queue: queue.name }, 'a queue met an error'),
  );
  return queue;
}
