import type { PoolClient } from 'pg';
import { inTransaction } from '../database/pool-transaction';
import { type AddressedDelivery, jobIdOf } from '../jobs/delivery';
import type { FailedJob } from '../jobs/job-queues';
import type { Route } from '../jobs/message-routes';
import type { ServiceName } from '../service-names';
import { type OutboxMessage, type RelayContext, deliveryOf, tableOf } from './relay-context';
import { missingEffects, settleHandled } from './settle';

const SWEEP_BATCH = 500;

export interface SweepResult {
  readonly settled: number;
  /** messages offered to the queues again; those still waiting there are left as they are */
  readonly reissued: number;
  readonly parked: number;
}

/**
 * Compares what was relayed with what is recorded, by the database's clock. Settled: every effect is there. Given
 * to the queue again: an effect is missing, and the queue lost the job or its workers died too often; a queue that
 * still holds it ignores the repeat. Parked: a handler failed at every attempt; a person looks, then `replayParked`.
 * @param olderThanSeconds  messages relayed later than that are left alone
 */
export async function sweep(
  context: RelayContext,
  origin: ServiceName,
  olderThanSeconds: number,
): Promise<SweepResult> {
  const before = await databaseTime(context, olderThanSeconds);
  let settled = await settleHandled(context, origin, before);
  let reissued = 0;
  let parked = 0;
  let looked: number;
  // What a batch looked at is settled, parked or relayed anew, so the next one sees other messages.
  do {
    const batch = await sweepBatch(context, origin, before);
    settled += batch.settled.length;
    reissued += batch.reissued.length;
    parked += batch.parked.length;
    looked = batch.settled.length + batch.reissued.length + batch.parked.length;
  } while (looked === SWEEP_BATCH);
  return { settled, reissued, parked };
}

/** @returns the instant as PostgreSQL's own text: a JavaScript date would cut its microseconds */
async function databaseTime(context: RelayContext, secondsAgo: number): Promise<string> {
  const { rows } = await context.pool.query<{ instant: string }>(
    'select (now() - make_interval(secs => $1))::text as instant',
    [secondsAgo],
  );
  return rows[0]?.instant ?? '-infinity';
}

interface SweptBatch {
  readonly settled: string[];
  readonly reissued: string[];
  readonly parked: { readonly id: string; readonly problem: string }[];
}

async function sweepBatch(context: RelayContext, origin: ServiceName, before: string): Promise<SweptBatch> {
  return inTransaction(context.pool, async (client) => {
    const messages = await lockUnsettled(client, origin, before);
    const missing = await missingEffects(context, origin, messages);
    const failed = await failedDeliveries(context, missing);
    const batch: SweptBatch = { settled: [], reissued: [], parked: [] };
    const again: AddressedDelivery[] = [];
    for (const message of messages) {
      const routes = missing.get(message.id) ?? [];
      const problem = parkingProblem(routes, message.id, failed);
      if (routes.length === 0) batch.settled.push(message.id);
      else if (problem !== null) batch.parked.push({ id: message.id, problem });
      else batch.reissued.push(message.id);
      const healable = routes.filter(
        ({ handler }) => failed.get(jobIdOf({ handler, messageId: message.id }))?.stalled !== false,
      );
      again.push(
        ...healable.map((route) => ({ queue: route.queue, delivery: deliveryOf(origin, message, route) })),
      );
    }
    for (const { queue, delivery } of again) {
      if (failed.has(jobIdOf(delivery))) await context.queues.remove(queue, jobIdOf(delivery));
    }
    await context.queues.add(again);
    await mark(client, origin, batch);
    for (const { id, problem } of batch.parked)
      context.log.error({ messageId: id, origin, problem }, 'message parked');
    return batch;
  });
}

async function lockUnsettled(
  client: PoolClient,
  origin: ServiceName,
  before: string,
): Promise<OutboxMessage[]> {
  const { rows } = await client.query<OutboxMessage>(
    `select id, kind, name, payload, request_id from ${tableOf(origin, 'outbox')}
     where settled_at is null and parked_at is null and relayed_at <= $1::timestamptz
     order by relayed_at limit ${SWEEP_BATCH} for update skip locked`,
    [before],
  );
  return rows;
}

async function failedDeliveries(
  context: RelayContext,
  missing: Map<string, Route[]>,
): Promise<Map<string, FailedJob>> {
  const byQueue = new Map<Route['queue'], string[]>();
  for (const [messageId, routes] of missing) {
    for (const { queue, handler } of routes) {
      const jobIds = byQueue.get(queue) ?? [];
      jobIds.push(jobIdOf({ handler, messageId }));
      byQueue.set(queue, jobIds);
    }
  }
  const failed = new Map<string, FailedJob>();
  for (const [queue, jobIds] of byQueue) {
    for (const [jobId, job] of await context.queues.failedAmong(queue, jobIds)) failed.set(jobId, job);
  }
  return failed;
}

/** Why a message waits for a person: all its missing effects failed for good. Null when something can still happen. */
function parkingProblem(
  routes: readonly Route[],
  messageId: string,
  failed: Map<string, FailedJob>,
): string | null {
  const reasons: string[] = [];
  for (const { handler } of routes) {
    const failure = failed.get(jobIdOf({ handler, messageId }));
    if (!failure || failure.stalled) return null;
    reasons.push(`${handler}, ${failure.attempts} attempts: ${failure.reason}`);
  }
  return reasons.length > 0 ? reasons.join('; ') : null;
}

async function mark(client: PoolClient, origin: ServiceName, batch: SweptBatch): Promise<void> {
  const outbox = tableOf(origin, 'outbox');
  await client.query(
    `update ${outbox} set
       relayed_at = case when id = any($1::uuid[]) then now() else relayed_at end,
       settled_at = case when id = any($2::uuid[]) then now() end
     where id = any($1::uuid[] || $2::uuid[])`,
    [batch.reissued, batch.settled],
  );
  if (batch.parked.length === 0) return;
  await client.query(
    `update ${outbox} o set parked_at = now(), problem = p.problem
     from unnest($1::uuid[], $2::text[]) as p (id, problem) where o.id = p.id`,
    [batch.parked.map(({ id }) => id), batch.parked.map(({ problem }) => problem)],
  );
}
