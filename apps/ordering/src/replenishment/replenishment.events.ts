import { orderChanged, orderPlaced, supplyLevelChanged } from '@platen/contracts';
import { type Consumer, on } from '@platen/platform';
import type { OrderingApp } from '../app';

/** What makes the engine think. */
export const replenishmentConsumers: Consumer<OrderingApp>[] = [
  on(supplyLevelChanged, 'ordering.evaluate-replenishment', (app, event, { tx }) =>
    app.replenishment.levelChanged(tx, event),
  ),
  // What people order stands in the way of an automatic order as well, and what is lost or cancelled makes room for one.
  on(
    orderPlaced,
    'ordering.follow-placed-order',
    async (app, { customerId, deviceId, automatic }, { tx }) => {
      if (!automatic) await app.replenishment.evaluate(tx, { customerId, id: deviceId });
    },
  ),
  on(orderChanged, 'ordering.follow-order', (app, { customerId, deviceId }, { tx }) =>
    app.replenishment.evaluate(tx, { customerId, id: deviceId }),
  ),
];
