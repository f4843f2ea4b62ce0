import { Authorized, type Connection, type GraphqlContext, pageOf, toConnection } from '@platen/platform';
import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { InvoiceService } from './invoice.service';
import { InvoiceConnection, type InvoiceType } from './invoice.type';
import { toInvoiceType } from './to-invoice-type';

@Resolver()
export class InvoiceResolver {
  constructor(private readonly invoices: InvoiceService) {}

  @Authorized('invoice:read')
  @Query(() => InvoiceConnection, { nullable: true, name: 'invoices', description: 'Newest first.' })
  async list(
    @Arg('first', () => Int, { nullable: true, defaultValue: 25 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<Connection<InvoiceType>> {
    const page = pageOf(first, after, 2);
    const { rows, total } = await this.invoices.list(actor, page);
    return toConnection(rows, page, toInvoiceType, (row) => [row.issuedOn, row.id], total);
  }
}
