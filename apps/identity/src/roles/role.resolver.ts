import { Authorized, type GraphqlContext } from '@platen/platform';
import DataLoader from 'dataloader';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { Role } from './role.row';
import type { RoleService } from './role.service';
import { RoleType } from './role.type';

@Resolver(() => RoleType)
export class RoleResolver {
  constructor(private readonly roles: RoleService) {}

  @Authorized('user:manage', 'staff:manage', 'customer:read')
  @Query(() => [RoleType], {
    name: 'roles',
    nullable: true,
    description: "The roles of one's organisation; for staff those of the branch's staff, or of a customer.",
  })
  list(
    @Ctx() { actor }: GraphqlContext,
    @Arg('customerId', () => ID, { nullable: true, description: 'For staff: whose roles.' })
    customerId?: string | null,
  ): Promise<Role[]> {
    return this.roles.list(actor, customerId ?? null);
  }

  @FieldResolver(() => Int, { nullable: true, description: 'How many have it; null for who may not know.' })
  people(@Root() role: RoleType, @Ctx() context: GraphqlContext): Promise<number | null> {
    return peopleLoader(context, this.roles).load(role);
  }
}

function peopleLoader(
  context: GraphqlContext,
  roles: RoleService,
): DataLoader<RoleType, number | null, string> {
  return context.loader(
    'people of roles',
    () =>
      new DataLoader<RoleType, number | null, string>((asked) => roles.countPeople(context.actor, asked), {
        cacheKeyFn: ({ id }) => id,
      }),
  );
}
