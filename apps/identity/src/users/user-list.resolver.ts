import { Authorized, type Connection, type GraphqlContext, pageOf, toConnection } from '@platen/platform';
import { customerLoader } from '../customers/customer.loader';
import type { Customer, CustomerService } from '../customers/customer.service';
import { CustomerType } from '../customers/customer.type';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { userLoader } from './user.loader';
import type { User } from './user.row';
import type { UserService } from './user.service';
import { UserConnection, UserFilterInput, UserType } from './user.type';
import { userStates } from './user-state';

/** The people of an organisation, for those who look after them. */
@Resolver(() => UserType)
export class UserListResolver {
  constructor(
    private readonly people: UserService,
    private readonly customers: CustomerService,
  ) {}

  @Authorized('user:manage', 'customer:read')
  @Query(() => UserConnection, { nullable: true, description: 'The people of an organisation, by name.' })
  async users(
    @Ctx() { actor }: GraphqlContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 25 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('filter', () => UserFilterInput, { nullable: true }) filter?: UserFilterInput | null,
    @Arg('customerId', () => ID, { nullable: true, description: 'For staff: whose people.' })
    customerId?: string | null,
  ): Promise<Connection<User>> {
    const page = pageOf(first, after, 3);
    const { rows, total } = await this.people.list(actor, customerId ?? null, toFilter(filter), page);
    return toConnection(
      rows,
      page,
      (row) => row,
      (row) => [row.lastName, row.firstName, row.id],
      total,
    );
  }

  @Authorized('user:manage', 'customer:read')
  @Query(() => UserType, {
    nullable: true,
    description: 'Null for an unknown id as for one you may not see.',
  })
  user(@Arg('id', () => ID) id: string, @Ctx() context: GraphqlContext): Promise<User | null> {
    return userLoader(context, this.people).load(id);
  }

  @FieldResolver(() => UserType, {
    nullable: true,
    description: 'Null for who was not invited, and for who may not know.',
  })
  async invitedBy(@Root() { invitedById }: UserType, @Ctx() context: GraphqlContext): Promise<User | null> {
    return invitedById === null ? null : userLoader(context, this.people).load(invitedById);
  }

  @FieldResolver(() => CustomerType, { nullable: true, description: 'Null for staff.' })
  async customer(@Root() { customerId }: UserType, @Ctx() context: GraphqlContext): Promise<Customer | null> {
    return customerId === null ? null : customerLoader(context, this.customers).load(customerId);
  }
}

function toFilter(input: UserFilterInput | null | undefined) {
  return {
    search: input?.search?.trim() || null,
    state: userStates.find((state) => state === input?.state) ?? null,
    roleId: input?.roleId ?? null,
    right: input?.right ?? null,
  };
}
