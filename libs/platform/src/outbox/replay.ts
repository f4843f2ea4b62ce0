import { jobIdOf } from '../jobs/delivery';
import type { ServiceName } from '../service-names';
import { type OutboxMessage, type RelayContext, tableOf } from './relay-context';
import { missingEffects } from './settle';

/** A message that waits for a person. */
export interface ParkedMessage extends Pick<OutboxMessage, 'id' | 'kind' | 'name'> {
  readonly origin: ServiceName;
  readonly parkedAt: Date;
  readonly problem: string;
}

/** Parked messages of a service, oldest first, at most 500. */
export async function listParked(
  context: Pick<RelayContext, 'pool'>,
  origin: ServiceName,
): Promise<ParkedMessage[]> {
  const { rows } = await context.pool.query<{
    id: string;
    kind: 'event' | 'job';
    name: string;
    parked_at: Date;
    problem: string;
  }>(
    `select id, kind, name, parked_at, problem from ${tableOf(origin, 'outbox')}
     where parked_at is not null order by parked_at limit 500`,
  );
  return rows.map(({ parked_at, ...row }) => ({ ...row, origin, parkedAt: parked_at }));
}

/**
 * Makes parked messages due again, with all attempts anew; handlers that did their part already do nothing.
 * @param messageIds  default: all that are parked in this service
 * @returns ids of the messages replayed
 */
export async function replayParked(
  context: RelayContext,
  origin: ServiceName,
  messageIds?: readonly string[],
): Promise<string[]> {
  const outbox = tableOf(origin, 'outbox');
  const { rows } = await context.pool.query<OutboxMessage>(
    `select id, kind, name, payload, request_id from ${outbox}
     where parked_at is not null and ($1::uuid[] is null or id = any($1::uuid[])) order by parked_at`,
    [messageIds ?? null],
  );
  const missing = await missingEffects(context, origin, rows);
  for (const message of rows) {
    // The failed job blocks its id; the relay that finds the message due again adds it anew.
    for (const route of missing.get(message.id) ?? []) {
      await context.queues.remove(route.queue, jobIdOf({ handler: route.handler, messageId: message.id }));
    }
  }
  await context.pool.query(
    `update ${outbox} set parked_at = null, problem = null, relayed_at = null, available_at = now() where id = any($1::uuid[])`,
    [rows.map((message) => message.id)],
  );
  return rows.map((message) => message.id);
}
