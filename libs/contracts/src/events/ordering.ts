import { z } from 'zod';
import { defineEvent } from '../kit';

/** An order was registered: by the engine (automatic), a person or a partner. */
export const orderPlaced = defineEvent({
  name: 'ordering.order.placed.v1',
  payload: z.object({
    orderId: z.uuid(),
    customerId: z.uuid(),
    branchId: z.uuid(),
    deviceId: z.uuid(),
    number: z.string(),
    automatic: z.boolean(),
  }),
});

/** An order went on to another status: confirmed, picked, shipped, delivered, backordered, cancelled, returned, lost. */
export const orderChanged = defineEvent({
  name: 'ordering.order.changed.v1',
  payload: z.object({
    orderId: z.uuid(),
    customerId: z.uuid(),
    branchId: z.uuid(),
    deviceId: z.uuid(),
    number: z.string(),
    automatic: z.boolean(),
    /** words of `OrderStatus` in lower case */
    from: z.string(),
    to: z.string(),
    /** when it happened, which may be before it became known */
    happenedAt: z.iso.datetime(),
  }),
});
