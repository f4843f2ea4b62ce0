import { type GraphqlContext, Public } from '@platen/platform';
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { branchLoader } from '../branches/branch.loader';
import type { BranchService } from '../branches/branch.service';
import { BranchType } from '../branches/branch.type';
import { customerLoader } from '../customers/customer.loader';
import type { Customer, CustomerService } from '../customers/customer.service';
import { CustomerType } from '../customers/customer.type';
import { userLoader } from '../users/user.loader';
import type { User } from '../users/user.row';
import type { UserService } from '../users/user.service';
import { UserType } from '../users/user.type';
import { ViewerType } from './session.type';
import { viewerOf } from './viewer-of';

@Resolver(() => ViewerType)
export class ViewerResolver {
  constructor(
    private readonly users: UserService,
    private readonly customers: CustomerService,
    private readonly branches: BranchService,
  ) {}

  @Public()
  @Query(() => ViewerType)
  viewer(@Ctx() { actor }: GraphqlContext): ViewerType {
    return viewerOf(actor);
  }

  @FieldResolver(() => UserType, { nullable: true })
  async user(@Root() { actor }: ViewerType, @Ctx() context: GraphqlContext): Promise<User | null> {
    return actor.id && actor.sessionId ? userLoader(context, this.users, actor).load(actor.id) : null;
  }

  @FieldResolver(() => CustomerType, { nullable: true })
  async customer(@Root() { actor }: ViewerType, @Ctx() context: GraphqlContext): Promise<Customer | null> {
    return actor.customerId ? customerLoader(context, this.customers, actor).load(actor.customerId) : null;
  }

  @FieldResolver(() => BranchType, { nullable: true })
  async branch(@Root() { actor }: ViewerType, @Ctx() context: GraphqlContext): Promise<BranchType | null> {
    return actor.branchId ? branchLoader(context, this.branches).load(actor.branchId) : null;
  }
}
