import type { Logger } from 'pino';
import type { MessageHandler } from './delivery';
import { workerOptions } from './job-options';
import { PermanentFailure } from './permanent-failure';
import type { BackendWorker, BackendWorkerOptions, QueueBackend, ReceivedJob } from './queue-backend';
import type { QueueName } from './queue-names';
import { SCHEDULE_JOB } from './schedules';

/** What works on one queue. */
export interface QueueHandlers {
  readonly queue: QueueName;
  readonly handlers: readonly MessageHandler[];
  /** puts the job of a schedule into the outbox; queues without schedules have none */
  readonly runSchedule?: (name: string, slot: string) => Promise<void>;
  /** deliveries handled at once */
  readonly concurrency: number;
}

export interface Workers {
  /** Takes no new jobs, waits for those under way, and after `graceMs` lets go of them: they come back elsewhere. */
  stop(graceMs: number): Promise<void>;
}

/** Starts one worker for each of these queues. Resolves when all of them take jobs. */
export async function startWorkers(
  backend: QueueBackend,
  queues: readonly QueueHandlers[],
  log: Logger,
  options: Omit<BackendWorkerOptions, 'concurrency'> = workerOptions,
): Promise<Workers> {
  const { UnrecoverableError } = await import('bullmq');
  const workers = queues.map((each) => {
    const process = processorOf(each);
    const run = (job: ReceivedJob) =>
      process(job).catch((error: unknown) => {
        if (error instanceof PermanentFailure) throw new UnrecoverableError(error.message);
        throw error;
      });
    const worker = backend.worker(each.queue, run, { ...options, concurrency: each.concurrency });
    watch(worker, each.queue, log);
    return worker;
  });
  await Promise.all(workers.map((worker) => worker.waitUntilReady()));
  return {
    stop: async (graceMs) => {
      const closed = Promise.all(workers.map((worker) => worker.close()));
      if (await withinTime(closed, graceMs)) return;
      log.warn('handlers did not end in time; their jobs will be done again');
      await Promise.all(workers.map((worker) => worker.close(true)));
    },
  };
}

function processorOf({ handlers, runSchedule, queue }: QueueHandlers): (job: ReceivedJob) => Promise<void> {
  const byName = new Map(handlers.map((handler) => [handler.name, handler]));
  return async (job) => {
    if (job.name === SCHEDULE_JOB) {
      await runSchedule?.(job.data.handler, job.id ?? '');
      return;
    }
    const handler = byName.get(job.data.handler);
    if (!handler) throw new PermanentFailure(`queue ${queue} has no handler ${job.data.handler}`);
    await handler.run(job.data);
  };
}

/** Attempts after which a failing handler is worth a warning. */
const WORTH_A_WARNING = 4;

function watch(worker: BackendWorker, queue: QueueName, log: Logger): void {
  worker.on('error', (error) => log.warn({ reason: error.message, queue }, 'a queue worker met an error'));
  worker.on('failed', (job, error) => {
    const attempt = {
      queue,
      handler: job?.name,
      jobId: job?.id,
      attempt: job?.attemptsMade,
      of: job?.opts.attempts,
    };
    if (job === undefined || job.finishedOn !== undefined) {
      log.error({ err: error, ...attempt }, 'a handler failed for good');
    } else {
      // The first failures are ordinary: an event can arrive before the one that it builds on.
      const level = job.attemptsMade < WORTH_A_WARNING ? 'info' : 'warn';
      log[level]({ reason: error.message, ...attempt }, 'a handler failed, it will be tried again');
    }
  });
}

async function withinTime(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
