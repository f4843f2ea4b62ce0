import type { World } from '@platen/contracts';
import { type ServicePlatform, defineService } from '@platen/platform';
import { BillingTables1795255200000 } from '../migrations/1795255200000-billing-tables';
import { InvoiceEntity } from './invoices/invoice.entity';
import { invoiceLoader } from './invoices/invoice.loader';
import { InvoiceResolver } from './invoices/invoice.resolver';
import { InvoiceService } from './invoices/invoice.service';
import { loadWorld } from './world/load-world';

/** The use cases of billing. */
export interface BillingApp {
  readonly invoices: InvoiceService;
  load(world: World): Promise<void>;
}

function compose({ work, clock }: ServicePlatform): BillingApp {
  return {
    invoices: new InvoiceService(work, clock),
    load: (world) => loadWorld(work, clock, world),
  };
}

/** Money: invoices. */
export const billing = defineService<BillingApp>({
  name: 'billing',
  entities: [InvoiceEntity],
  migrations: [BillingTables1795255200000],
  resolvers: [InvoiceResolver],
  compose,
  resolverInstances: ({ invoices }) => [new InvoiceResolver(invoices)],
  references: ({ invoices }) => ({
    Invoice: ({ id }, context) => invoiceLoader(context, invoices).load(id),
  }),
  load: (app, world) => app.load(world),
  consumers: [],
  jobs: [],
  schedules: [],
});
