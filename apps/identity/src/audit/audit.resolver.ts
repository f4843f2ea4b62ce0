import { Authorized, type Connection, type GraphqlContext, pageOf, toConnection } from '@platen/platform';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { customerLoader } from '../customers/customer.loader';
import type { Customer, CustomerService } from '../customers/customer.service';
import { CustomerType } from '../customers/customer.type';
import { toAuditEntry, toAuditFilter, toChainCheck } from './audit.mapping';
import type { AuditExport, AuditService } from './audit.service';
import {
  AuditChainCheckType,
  AuditEntryConnection,
  AuditEntryType,
  AuditFilterInput,
  ExportAuditSuccess,
} from './audit.type';

/** The log of who did what (threats C40). */
@Resolver(() => AuditEntryType)
export class AuditResolver {
  constructor(
    private readonly audit: AuditService,
    private readonly customers: CustomerService,
  ) {}

  @Authorized('audit:read')
  @Query(() => AuditEntryConnection, { nullable: true, description: 'Newest first.' })
  async auditEntries(
    @Arg('first', () => Int, { nullable: true, defaultValue: 25 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Arg('filter', () => AuditFilterInput, { nullable: true }) filter: AuditFilterInput | null,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<Connection<AuditEntryType>> {
    const page = pageOf(first, after, 2);
    const { rows, names } = await this.audit.list(actor, toAuditFilter(filter), page);
    const cursor = (row: (typeof rows)[number]) => [row.occurredAt.toISOString(), row.id];
    return toConnection(rows, page, (row) => toAuditEntry(row, names), cursor);
  }

  @Authorized('audit:read')
  @Query(() => AuditEntryType, {
    nullable: true,
    description: 'Null for an unknown id as for one you may not see.',
  })
  async auditEntry(
    @Arg('id', () => ID) id: string,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<AuditEntryType | null> {
    const found = await this.audit.find(actor, id);
    const [row] = found?.rows ?? [];
    return found && row ? toAuditEntry(row, found.names) : null;
  }

  @Authorized('audit:read')
  @Query(() => AuditChainCheckType, {
    nullable: true,
    description: 'Computes the chain of the newest entries anew. Null while nothing was recorded.',
  })
  async verifyAuditChain(
    @Arg('customerId', () => ID, { nullable: true, description: "For staff: this customer's chain." })
    customerId: string | null,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<AuditChainCheckType | null> {
    const verdict = await this.audit.verify(actor, customerId ?? null);
    return verdict && toChainCheck(verdict, new Date());
  }

  @Authorized('audit:read')
  @Mutation(() => ExportAuditSuccess, { description: 'The same entries for a spreadsheet; recorded itself.' })
  exportAudit(
    @Arg('filter', () => AuditFilterInput, { nullable: true }) filter: AuditFilterInput | null,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<AuditExport> {
    return this.audit.export(actor, toAuditFilter(filter));
  }

  @FieldResolver(() => CustomerType, { nullable: true })
  customer(@Root() entry: AuditEntryType, @Ctx() context: GraphqlContext): Promise<Customer | null> | null {
    return entry.customerId === null ? null : customerLoader(context, this.customers).load(entry.customerId);
  }
}
