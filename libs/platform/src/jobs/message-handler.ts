import type { z } from 'zod';
import { system } from '../actor/actor';
import { forgetBranchAfter, knowBranch } from '../branches/know-branch';
import { forgetPerson } from '../mail/forget-person';
import type { HandlerContext } from '../service';
import type { ServiceRuntime } from '../service-runtime';
import type { MessageHandler } from './delivery';
import { PermanentFailure } from './permanent-failure';
import {
  forgetPersonEvent,
  forgetPersonHandler,
  knowBranchEvent,
  knowBranchHandler,
} from './platform-handlers';

type AnyRuntime = ServiceRuntime;

/** All handlers of a running service: its consumers, its jobs, and what the platform adds. */
export function handlersOf(runtime: AnyRuntime): MessageHandler[] {
  const { definition, app } = runtime;
  return [
    ...definition.consumers.map((consumer) =>
      once(runtime, consumer.name, consumer.event.payload, (payload, context) =>
        consumer.handle(app, payload, context),
      ),
    ),
    ...definition.jobs.map((handler) =>
      once(runtime, handler.job.name, handler.job.payload, (payload, context) =>
        handler.handle(app, payload, context),
      ),
    ),
    forgetBranchAfter(
      once(runtime, knowBranchHandler(runtime.name), knowBranchEvent.payload, knowBranch),
      runtime.branches,
    ),
    once(runtime, forgetPersonHandler(runtime.name), forgetPersonEvent.payload, forgetPerson),
  ];
}

/**
 * Runs `handle` in a transaction of its own that also holds the inbox row (threats C51): effects, further messages
 * and the mark that it was done commit together or not at all. A delivery that arrives while another of the same
 * message runs waits for it at the inbox row.
 */
function once<Schema extends z.ZodType>(
  runtime: Pick<AnyRuntime, 'work' | 'log'>,
  name: string,
  schema: Schema,
  handle: (payload: z.infer<Schema>, context: HandlerContext) => Promise<void>,
): MessageHandler {
  return {
    name,
    run: async (delivery) => {
      const parsed = schema.safeParse(delivery.payload);
      if (!parsed.success)
        throw new PermanentFailure(`payload of ${delivery.messageId} does not fit: ${parsed.error.message}`);
      const log = runtime.log.child({
        handler: name,
        messageId: delivery.messageId,
        requestId: delivery.requestId,
      });
      await runtime.work.write(system(delivery.requestId), async (tx) => {
        const fresh = await tx.query(
          'insert into inbox (handler, message_id) values ($1, $2) on conflict do nothing returning 1',
          [name, delivery.messageId],
        );
        if (fresh.length > 0) await handle(parsed.data, { tx, messageId: delivery.messageId, log });
      });
    },
  };
}
