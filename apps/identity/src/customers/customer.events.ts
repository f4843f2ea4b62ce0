import { customerChanged } from '@platen/contracts';
import type { Tx } from '@platen/platform';
import type { CustomerEntity } from './customer.entity';

/** Tells the other services of a customer, in the transaction that wrote it. */
export function emitCustomerChanged(tx: Tx, customer: CustomerEntity): void {
  const { id, branchId, version, number, name, notificationEmail, locale } = customer;
  tx.emit(customerChanged, { customerId: id, branchId, version, number, name, notificationEmail, locale });
}
