import { type ServiceName, serviceNames } from '../service-names';

/** The queues: one for each service's handlers, and one for mail, which waits for other people's servers. */
export const queueNames = [...serviceNames, 'mail'] as const;
export type QueueName = ServiceName | 'mail';

/** Default prefix of the keys in Redis; the braces keep all queues in one slot of a Redis Cluster. */
export const QUEUE_PREFIX = '{platen}';
