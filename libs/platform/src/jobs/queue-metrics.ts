import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { Gauge, type Registry } from 'prom-client';
import { tableOf } from '../outbox/relay-context';
import type { ServiceName } from '../service-names';
import type { JobQueues } from './job-queues';
import { queueNames } from './queue-names';

/** Outbox rows counted at most for each state and service: beyond that the exact number changes no decision. */
const COUNT_LIMIT = 10_000;

/**
 * Registers what an operator watches: jobs by queue and state, messages that wait in the outbox, were relayed
 * and have no recorded effect yet, or are parked. Asked for when the registry is read.
 */
export function registerQueueMetrics(
  registry: Registry,
  queues: JobQueues,
  pool: Pool,
  services: readonly ServiceName[],
  log: Logger,
): void {
  const jobs: Gauge<'queue' | 'state'> = new Gauge({
    name: 'platen_queue_jobs',
    help: 'Jobs in a queue by state',
    labelNames: ['queue', 'state'],
    registers: [registry],
    collect: () =>
      orNothing(jobs, log, async () => {
        for (const queue of queueNames) {
          for (const [state, count] of Object.entries<number>({ ...(await queues.states(queue)) }))
            jobs.set({ queue, state }, count);
        }
      }),
  });
  const messages: Gauge<'service' | 'state'> = new Gauge({
    name: 'platen_outbox_messages',
    help: `Messages that left a service and are not settled, by state; counted up to ${COUNT_LIMIT}`,
    labelNames: ['service', 'state'],
    registers: [registry],
    collect: () =>
      orNothing(messages, log, async () => {
        for (const service of services) {
          for (const [state, condition] of Object.entries(OUTBOX_STATES)) {
            const count = await countUpTo(pool, `${tableOf(service, 'outbox')} where ${condition}`);
            messages.set({ service, state }, count);
          }
        }
      }),
  });
}

/** A store that does not answer leaves a gap in its own figures, and all others stand. */
async function orNothing(gauge: { reset(): void }, log: Logger, measure: () => Promise<void>): Promise<void> {
  try {
    await measure();
  } catch (error) {
    gauge.reset();
    log.warn({ err: error }, 'a figure could not be measured');
  }
}

const OUTBOX_STATES = {
  waiting: 'relayed_at is null and parked_at is null',
  unsettled: 'settled_at is null and relayed_at is not null and parked_at is null',
  parked: 'parked_at is not null',
};

async function countUpTo(pool: Pool, from: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::int as count from (select from ${from} limit ${COUNT_LIMIT}) counted`,
  );
  return rows[0]?.count ?? 0;
}
