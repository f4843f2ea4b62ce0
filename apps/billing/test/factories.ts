import { randomUUID } from 'node:crypto';
import type { WorldCustomer, WorldInvoice } from '@platen/contracts';

/** An invoice of a customer, issued today, to be paid in 30 days. */
export function buildInvoice(customer: WorldCustomer, overrides: Partial<WorldInvoice> = {}): WorldInvoice {
  return {
    id: randomUUID(),
    customerId: customer.id,
    branchId: customer.branchId,
    issuedDaysAgo: 0,
    dueInDays: 30,
    totalMinor: 184_250,
    status: 'issued',
    ...overrides,
  };
}
