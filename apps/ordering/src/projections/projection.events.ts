import { customerChanged, deviceChanged } from '@platen/contracts';
import { type Consumer, on } from '@platen/platform';
import type { OrderingApp } from '../app';

/** What ordering learns from the other services. Branch settings are kept by the platform. */
export const projectionConsumers: Consumer<OrderingApp>[] = [
  on(customerChanged, 'ordering.know-customer', (app, customer, { tx }) =>
    app.projections.keepCustomer(tx, customer),
  ),
  on(deviceChanged, 'ordering.know-device', (app, device, { tx }) =>
    app.replenishment.deviceChanged(tx, device),
  ),
];
