import type { OrderStatus } from '@platen/graphql-client';

/** Orders that are still to arrive. */
export const underWay: OrderStatus[] = ['RECEIVED', 'CONFIRMED', 'PICKED', 'SHIPPED', 'BACKORDERED'];
