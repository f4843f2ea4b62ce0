import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { schemaOf } from '../database/service-database';
import type { Delivery } from '../jobs/delivery';
import type { JobQueues } from '../jobs/job-queues';
import type { MessageRoutes, Route } from '../jobs/message-routes';
import type { ServiceName } from '../service-names';

/** What relay and sweeper work with. */
export interface RelayContext {
  /** as a role that reads the platform's tables in every service's schema */
  readonly pool: Pool;
  readonly queues: JobQueues;
  readonly routes: MessageRoutes;
  readonly log: Logger;
}

/** An outbox row as the relay reads it. */
export interface OutboxMessage {
  readonly id: string;
  readonly kind: 'event' | 'job';
  readonly name: string;
  readonly payload: unknown;
  readonly request_id: string;
}

/** A platform table of a service, qualified: the relay's connections have no schema of their own. */
export function tableOf(service: ServiceName, table: 'outbox' | 'inbox' | 'mail'): string {
  return `"${schemaOf(service)}".${table}`;
}

/** The delivery of this message to that handler. */
export function deliveryOf(origin: ServiceName, message: OutboxMessage, route: Route): Delivery {
  return {
    origin,
    messageId: message.id,
    handler: route.handler,
    payload: message.payload,
    requestId: message.request_id,
  };
}
