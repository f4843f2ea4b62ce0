import { randomUUID } from 'node:crypto';
import type { WorldCustomer, WorldTicket } from '@platen/contracts';

/** A ticket of a customer about no device, opened today. */
export function buildTicket(customer: WorldCustomer, overrides: Partial<WorldTicket> = {}): WorldTicket {
  return {
    id: randomUUID(),
    customerId: customer.id,
    branchId: customer.branchId,
    deviceId: null,
    subject: 'Paper jam in tray 2',
    status: 'received',
    openedDaysAgo: 0,
    ...overrides,
  };
}
