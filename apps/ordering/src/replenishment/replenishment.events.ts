import { supplyLevelChanged } from '@platen/contracts';
import { type Consumer, on } from '@platen/platform';
import type { OrderingApp } from '../app';

/** What makes the engine think. */
export const replenishmentConsumers: Consumer<OrderingApp>[] = [
  on(supplyLevelChanged, 'ordering.evaluate-replenishment', (app, event, { tx }) =>
    app.replenishment.levelChanged(tx, event),
  ),
];
