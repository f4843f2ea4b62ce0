import type { MessageName, Route } from '../jobs/message-routes';
import type { ServiceName } from '../service-names';
import { type RelayContext, tableOf } from './relay-context';

/**
 * Marks as settled every relayed message of a service whose effects are all recorded. One statement for each
 * message name, whatever the number of messages.
 * @param before  an instant in PostgreSQL's notation; messages relayed later are left alone
 * @returns number of messages settled
 */
export async function settleHandled(
  context: RelayContext,
  origin: ServiceName,
  before: string,
): Promise<number> {
  let settled = 0;
  for (const { message, routes } of context.routes.all()) {
    const recorded = routes.map((route) => effectRecorded(origin, route)).join(' and ') || 'true';
    const result = await context.pool.query(
      `update ${tableOf(origin, 'outbox')} o set settled_at = now()
       where settled_at is null and parked_at is null and kind = $1 and name = $2
         and relayed_at <= $3::timestamptz and ${recorded}`,
      [message.kind, message.name, before],
    );
    settled += result.rowCount ?? 0;
  }
  return settled;
}

/**
 * The handlers whose effect is missing, for each of these messages.
 * @returns message id -> routes; messages with nothing missing are left out
 */
export async function missingEffects(
  context: Pick<RelayContext, 'pool' | 'routes'>,
  origin: ServiceName,
  messages: readonly (MessageName & { readonly id: string })[],
): Promise<Map<string, Route[]>> {
  const missing = new Map<string, Route[]>();
  const expected = new Map<string, { route: Route; ids: string[] }>();
  for (const message of messages) {
    for (const route of context.routes.findRoutes(message) ?? []) {
      const entry = expected.get(route.handler) ?? { route, ids: [] };
      entry.ids.push(message.id);
      expected.set(route.handler, entry);
    }
  }
  for (const { route, ids } of expected.values()) {
    const { rows } = await context.pool.query<{ id: string }>(
      `select o.id from ${tableOf(origin, 'outbox')} o where id = any($1::uuid[]) and not ${effectRecorded(origin, route)}`,
      [ids],
    );
    for (const { id } of rows) missing.set(id, [...(missing.get(id) ?? []), route]);
  }
  return missing;
}

/** SQL that is true when the route's effect of outbox row `o` is recorded. Names come from the services' faces. */
function effectRecorded(origin: ServiceName, route: Route): string {
  if (route.effect.in === 'mail') {
    // A mail that was erased has nothing left to send.
    return `not exists (select from ${tableOf(origin, 'mail')} m
      where m.id = (o.payload->>'mailId')::uuid and m.sent_at is null and m.refused_at is null)`;
  }
  return `exists (select from ${tableOf(route.effect.service, 'inbox')} i
    where i.handler = '${route.handler}' and i.message_id = o.id)`;
}
