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
