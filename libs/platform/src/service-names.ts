/** The five services; also their database schemas (dashes become underscores) and their queues. */
export const serviceNames = ['identity', 'fleet', 'service-tickets', 'ordering', 'billing'] as const;
export type ServiceName = (typeof serviceNames)[number];
