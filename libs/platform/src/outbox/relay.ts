import type { PoolClient } from 'pg';
import { inTransaction } from '../database/pool-transaction';
import type { AddressedDelivery } from '../jobs/delivery';
import type { ServiceName } from '../service-names';
import { type OutboxMessage, type RelayContext, deliveryOf, tableOf } from './relay-context';

/** Most messages that one transaction of the relay hands to the queues. */
export const RELAY_BATCH = 500;

/**
 * Hands the due messages of one service to the queues of those who react to them, oldest first, and marks them
 * relayed in the transaction that locked them. Relays that run at the same time share the work: each skips what
 * another has locked. A crash between queue and commit relays again, under the same job ids.
 * @returns number of messages; `RELAY_BATCH` means that more may wait
 */
export async function relayDue(context: RelayContext, origin: ServiceName): Promise<number> {
  return inTransaction(context.pool, async (client) => {
    const messages = await lockDue(client, origin);
    if (messages.length === 0) return 0;
    const plan = planDeliveries(context, origin, messages);
    await context.queues.add(plan.deliveries);
    await markRelayed(client, origin, messages, plan);
    return messages.length;
  });
}

interface RelayPlan {
  readonly deliveries: AddressedDelivery[];
  /** ids of messages that nobody reacts to */
  readonly settled: string[];
  /** ids of messages whose name nothing in the product knows */
  readonly unknown: string[];
}

async function lockDue(client: PoolClient, origin: ServiceName): Promise<OutboxMessage[]> {
  const { rows } = await client.query<OutboxMessage>(
    `select id, kind, name, payload, request_id from ${tableOf(origin, 'outbox')}
     where relayed_at is null and parked_at is null and available_at <= now()
     order by available_at limit ${RELAY_BATCH} for update skip locked`,
  );
  return rows;
}

function planDeliveries(
  context: RelayContext,
  origin: ServiceName,
  messages: readonly OutboxMessage[],
): RelayPlan {
  const plan: RelayPlan = { deliveries: [], settled: [], unknown: [] };
  for (const message of messages) {
    const routes = context.routes.findRoutes(message);
    if (routes === null) {
      context.log.error(
        { messageId: message.id, name: message.name, origin },
        'nothing handles this message: parked',
      );
      plan.unknown.push(message.id);
    } else if (routes.length === 0) {
      plan.settled.push(message.id);
    } else {
      plan.deliveries.push(
        ...routes.map((route) => ({ queue: route.queue, delivery: deliveryOf(origin, message, route) })),
      );
    }
  }
  return plan;
}

async function markRelayed(
  client: PoolClient,
  origin: ServiceName,
  messages: readonly OutboxMessage[],
  plan: RelayPlan,
): Promise<void> {
  await client.query(
    `update ${tableOf(origin, 'outbox')} set
       relayed_at = now(),
       settled_at = case when id = any($2::uuid[]) then now() end,
       parked_at = case when id = any($3::uuid[]) then now() end,
       problem = case when id = any($3::uuid[]) then 'nothing in the product handles ' || name end
     where id = any($1::uuid[])`,
    [messages.map((message) => message.id), plan.settled, plan.unknown],
  );
}
