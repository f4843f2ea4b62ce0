import { money } from '@platen/kernel';
import type { Invoice } from './invoice.service';
import type { InvoiceType } from './invoice.type';
import { toMoneyType } from './money.type';

/** An invoice as the graph shows it. */
export function toInvoiceType({ totalMinor, currency, ...invoice }: Invoice): InvoiceType {
  return { ...invoice, total: toMoneyType(money(BigInt(totalMinor), currency)) };
}
