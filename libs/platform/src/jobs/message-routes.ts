import type { AnyService } from '../service';
import type { ServiceName } from '../service-names';
import {
  forgetPersonEvent,
  forgetPersonHandler,
  knowBranchEvent,
  knowBranchHandler,
  sendMailHandler,
} from './platform-handlers';
import type { QueueName } from './queue-names';
import { type Definitions, assertWired } from './wiring';

/** Who reacts to a message, and where that leaves its mark. */
export interface Route {
  readonly handler: string;
  readonly queue: QueueName;
  /** inbox: a row in the handling service's `inbox`; mail: the mail's own row, in the service that wrote it */
  readonly effect: { readonly in: 'inbox'; readonly service: ServiceName } | { readonly in: 'mail' };
}

/** Name and kind of a message, as the outbox has them. */
export interface MessageName {
  readonly kind: 'event' | 'job';
  readonly name: string;
}

/**
 * Who handles which message: read once from the services' faces. Made of all services of the product, also in a
 * process that runs only some of them, because a relay must know every consumer of an event.
 */
export class MessageRoutes {
  private readonly events = new Map<string, Route[]>();
  private readonly jobs = new Map<string, Route>();

  /** @throws WiringError naming every handler that is missing, double or listens to nothing */
  constructor(services: readonly AnyService[], definitions: Definitions) {
    assertWired(services, definitions);
    for (const event of definitions.events) this.events.set(event.name, []);
    for (const service of services) {
      for (const consumer of service.consumers)
        this.consume(consumer.event.name, consumer.name, service.name);
      this.consume(knowBranchEvent.name, knowBranchHandler(service.name), service.name);
      this.consume(forgetPersonEvent.name, forgetPersonHandler(service.name), service.name);
      for (const { job } of service.jobs) this.jobs.set(job.name, inboxRoute(job.name, service.name));
    }
    this.jobs.set(sendMailHandler, { handler: sendMailHandler, queue: 'mail', effect: { in: 'mail' } });
  }

  /** Every message that somebody reacts to. */
  all(): { message: MessageName; routes: readonly Route[] }[] {
    return [
      ...[...this.events].map(([name, routes]) => ({ message: { kind: 'event' as const, name }, routes })),
      ...[...this.jobs].map(([name, route]) => ({
        message: { kind: 'job' as const, name },
        routes: [route],
      })),
    ];
  }

  /** @returns an empty list when nobody reacts; null when nobody knows the message at all */
  findRoutes(message: MessageName): readonly Route[] | null {
    if (message.kind === 'event') return this.events.get(message.name) ?? null;
    const route = this.jobs.get(message.name);
    return route ? [route] : null;
  }

  private consume(event: string, handler: string, service: ServiceName): void {
    this.events.get(event)?.push(inboxRoute(handler, service));
  }
}

function inboxRoute(handler: string, service: ServiceName): Route {
  return { handler, queue: service, effect: { in: 'inbox', service } };
}
