import { Authorized, type Connection, type GraphqlContext, pageOf, toConnection } from '@platen/platform';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { branchLoader } from '../branches/branch.loader';
import type { BranchService } from '../branches/branch.service';
import { BranchType } from '../branches/branch.type';
import { customerLoader } from './customer.loader';
import type { Customer, CustomerService } from './customer.service';
import { CustomerConnection, CustomerType } from './customer.type';

@Resolver(() => CustomerType)
export class CustomerResolver {
  constructor(
    private readonly customers: CustomerService,
    private readonly branches: BranchService,
  ) {}

  @Authorized('customer:read')
  @Query(() => CustomerConnection, { name: 'customers', description: 'By name; for staff of the branch.' })
  async list(
    @Arg('first', () => Int, { nullable: true, defaultValue: 25 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Arg('search', () => String, { nullable: true, description: 'Part of a name or number.' }) search:
      | string
      | null,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<Connection<Customer>> {
    const page = pageOf(first, after, 2);
    const { rows, total } = await this.customers.list(actor, page, search ?? null);
    return toConnection(
      rows,
      page,
      (row) => row,
      (row) => [row.name, row.id],
      total,
    );
  }

  @Authorized('customer:read')
  @Query(() => CustomerType, {
    nullable: true,
    description: 'Null for an unknown id as for one you may not see.',
  })
  customer(@Arg('id', () => ID) id: string, @Ctx() context: GraphqlContext): Promise<Customer | null> {
    return customerLoader(context, this.customers).load(id);
  }

  @FieldResolver(() => BranchType)
  branch(@Root() customer: CustomerType, @Ctx() context: GraphqlContext): Promise<BranchType | null> {
    return branchLoader(context, this.branches).load(customer.branchId);
  }
}
