import type { GraphqlContext } from '@platen/platform';
import DataLoader from 'dataloader';
import type { InvoiceService } from './invoice.service';
import type { InvoiceType } from './invoice.type';
import { toInvoiceType } from './to-invoice-type';

/** Invoices of one request by id, each read once. */
export function invoiceLoader(
  context: GraphqlContext,
  invoices: InvoiceService,
): DataLoader<string, InvoiceType | null> {
  return context.loader(
    'invoices',
    () =>
      new DataLoader(async (ids) => {
        const found = await invoices.findByIds(context.actor, ids);
        return found.map((invoice) => invoice && toInvoiceType(invoice));
      }),
  );
}
