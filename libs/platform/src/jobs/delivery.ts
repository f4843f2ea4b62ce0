import type { ServiceName } from '../service-names';
import type { QueueName } from './queue-names';

/** One message on its way to one handler: what travels through the queue. Ids and facts only. */
export interface Delivery {
  /** service whose outbox holds the message */
  readonly origin: ServiceName;
  /** id of the outbox row; the same however often it is delivered */
  readonly messageId: string;
  /** name of the consumer or job */
  readonly handler: string;
  readonly payload: unknown;
  readonly requestId: string;
}

/** A delivery and the queue that takes it. */
export interface AddressedDelivery {
  readonly queue: QueueName;
  readonly delivery: Delivery;
}

/** The id under which the queue knows a delivery: the same for the same message and handler, never a bare number. */
export function jobIdOf(delivery: Pick<Delivery, 'handler' | 'messageId'>): string {
  return `${delivery.handler}-${delivery.messageId}`;
}

/** A handler ready to be called with what came out of the queue. Doing it twice does it once. */
export interface MessageHandler {
  readonly name: string;
  run(delivery: Delivery): Promise<void>;
}
