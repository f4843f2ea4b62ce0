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
  try {
    const running = await start();
    let stopping = false;
    const stop = (signal: NodeJS.Signals) => {
      if (stopping) return;
      stopping = true;
      log.info({ signal }, 'stopping');
      setTimeout(() => fail(undefined, 'did not stop within 30 s'), STOP_LIMIT_MS).unref();
      running.stop().then(
        () => process.exit(0),
        (error: unknown) => fail(error, 'could not stop cleanly'),
      );
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
    stopWithParent(stop);
  } catch (error) {
    fail(error, 'could not start');
  }
}

/** The channel between a forked process and its parent closes with the parent. */
function stopWithParent(stop: (signal: NodeJS.Signals) => void): void {
  if (!process.channel) return;
  process.once('disconnect', () => stop('SIGTERM'));
  process.channel.unref();
}
