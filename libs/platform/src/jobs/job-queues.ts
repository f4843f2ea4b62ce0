import { type AddressedDelivery, type Delivery, jobIdOf } from './delivery';
import { type DeliveryOptions, STALLED_TOO_OFTEN, deliveryOptions } from './job-options';
import type { BackendQueue, QueueBackend } from './queue-backend';
import { type QueueName, queueNames } from './queue-names';

/** Jobs of one queue by state. */
export interface QueueStates {
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
}

/** Why a job ended in `failed`. */
export interface FailedJob {
  /** true: its workers died too often, nothing is known against the job itself */
  readonly stalled: boolean;
  readonly reason: string;
  readonly attempts: number;
}

/** All queues as the relay sees them: a courier that may forget, and never the memory (threats C51). */
export interface JobQueues {
  /** Adds deliveries, each once: one that the queue still holds, in whatever state, is left as it is. */
  add(deliveries: readonly AddressedDelivery[]): Promise<void>;
  /** Those of `jobIds` that ended in `failed`, by job id. */
  failedAmong(queue: QueueName, jobIds: readonly string[]): Promise<Map<string, FailedJob>>;
  /** Takes a failed job out, so that its id is free again. */
  remove(queue: QueueName, jobId: string): Promise<void>;
  states(queue: QueueName): Promise<QueueStates>;
  /** The BullMQ queue itself, for schedules and the operator's board. */
  queue(name: QueueName): BackendQueue;
  close(): Promise<void>;
}

/**
 * Opens every queue of the product on this backend; each connects when first used.
 * @param options  how each job is tried and kept
 */
export function openJobQueues(backend: QueueBackend, options: DeliveryOptions = deliveryOptions): JobQueues {
  const open = new Map<QueueName, BackendQueue>();
  const queue = (name: QueueName) => {
    let found = open.get(name);
    if (!found) {
      found = backend.queue(name);
      open.set(name, found);
    }
    return found;
  };
  return {
    queue,
    add: async (deliveries) => {
      for (const name of queueNames) {
        const own = deliveries.filter((addressed) => addressed.queue === name);
        if (own.length > 0) await queue(name).addBulk(own.map(({ delivery }) => toJob(delivery, options)));
      }
    },
    failedAmong: (name, jobIds) => failedAmong(queue(name), jobIds),
    remove: async (name, jobId) => {
      await queue(name).remove(jobId);
    },
    states: async (name) => {
      const counts = await queue(name).getJobCounts('waiting', 'active', 'delayed', 'failed');
      return {
        waiting: counts.waiting ?? 0,
        active: counts.active ?? 0,
        delayed: counts.delayed ?? 0,
        failed: counts.failed ?? 0,
      };
    },
    close: async () => {
      await Promise.all([...open.values()].map((each) => each.close()));
    },
  };
}

function toJob(delivery: Delivery, options: DeliveryOptions) {
  return { name: delivery.handler, data: delivery, opts: { ...options, jobId: jobIdOf(delivery) } };
}

async function failedAmong(queue: BackendQueue, jobIds: readonly string[]): Promise<Map<string, FailedJob>> {
  const failed = new Map<string, FailedJob>();
  if (jobIds.length === 0) return failed;
  const wanted = new Set(jobIds);
  for (const id of await queue.getRanges(['failed'])) {
    if (!wanted.has(id)) continue;
    const job = await queue.getJob(id);
    if (!job) continue;
    const reason = job.failedReason ?? 'unknown';
    failed.set(id, { stalled: reason === STALLED_TOO_OFTEN, reason, attempts: job.attemptsMade });
  }
  return failed;
}
