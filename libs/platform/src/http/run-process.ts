import type { Logger } from 'pino';

/** Everything of a process has to be down by then (threats C56). */
const STOP_LIMIT_MS = 30_000;

/** What a process runs. */
export interface Stoppable {
  stop(): Promise<void>;
}

/**
 * Runs a process to its end: SIGTERM and SIGINT stop it within 30 s; a fault that nobody caught is logged and ends
 * it, because its state is unknown. A process that was forked stops when its parent is gone, however it went.
 * Exit code 0 only after a clean stop.
 */
export async function runProcess(log: Logger, start: () => Promise<Stoppable>): Promise<void> {
  const fail = (error: unknown, reason: string) => {
    log.fatal({ err: error }, reason);
    process.exit(1);
  };
  process.on('unhandledRejection', (error) => fail(error, 'a promise was rejected and nobody caught it'));
  process.on('uncaughtException', (error) => fail(error, 'an exception was thrown and nobody caught it'));
  let running: Stoppable | undefined;
  let asked: NodeJS.Signals | undefined;
  const stop = () => {
    if (!running || asked === undefined) return;
    log.info({ signal: asked }, 'stopping');
    setTimeout(() => fail(undefined, 'did not stop within 30 s'), STOP_LIMIT_MS).unref();
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error, 'could not stop cleanly'),
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (asked !== undefined) return;
      asked = signal;
      // Asked while it starts, it stops as soon as it stands: half a process has nothing that could be stopped.
      stop();
    });
  try {
    running = await start();
    stop();
  } catch (error) {
    fail(error, 'could not start');
  }
}
