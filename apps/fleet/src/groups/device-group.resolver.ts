import {
  Authorized,
  type Connection,
  CountScalar,
  type GraphqlContext,
  isId,
  pageOf,
} from '@platen/platform';
import DataLoader from 'dataloader';
import { GraphQLError } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { groupLoader } from './device-group.loaders';
import { canAssign, canManageGroups } from './device-group.policy';
import { DeviceGroupService } from './device-group.service';
import {
  DeviceGroup,
  DeviceGroupConnection,
  DeviceGroupFilterInput,
  GroupUser,
  GroupUserConnection,
} from './device-group.type';
import { toGroupFilter } from './group-filter';

/** Groups of machines: one, many, how large they are, and who has them. */
@Resolver(() => DeviceGroup)
export class DeviceGroupResolver {
  constructor(private readonly groups: DeviceGroupService) {}

  @Authorized('device:read')
  @Query(() => DeviceGroup, {
    nullable: true,
    description: 'Null for an unknown id as for one you may not see.',
  })
  deviceGroup(@Arg('id', () => ID) id: string, @Ctx() context: GraphqlContext): Promise<DeviceGroup | null> {
    return groupLoader(context, this.groups).load(id);
  }

  @Authorized('device:read')
  @Query(() => DeviceGroupConnection, { nullable: true, description: 'Groups that you can see, by name.' })
  deviceGroups(
    @Ctx() { actor }: GraphqlContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 25 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('filter', () => DeviceGroupFilterInput, { nullable: true }) filter?: DeviceGroupFilterInput | null,
  ): Promise<Connection<DeviceGroup>> {
    return this.groups.list(actor, toGroupFilter(filter, actor), pageBy(first, after, 2, 1));
  }

  @Authorized('user:manage', 'equipment:manage')
  @Query(() => GroupUserConnection, { nullable: true, description: 'People to whom a group is given.' })
  async deviceGroupUsers(
    @Arg('groupId', () => ID) groupId: string,
    @Ctx() { actor }: GraphqlContext,
    @Arg('first', () => Int, { nullable: true, defaultValue: 25 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<Connection<GroupUser>> {
    const rows = await this.groups.users(actor, groupId, pageBy(first, after, 1, 0));
    const edges = rows.edges.map(({ cursor, node: { userId } }) => ({
      cursor,
      node: { userId, user: { id: userId } },
    }));
    return { ...rows, edges };
  }

  @FieldResolver(() => CountScalar, { description: 'Machines in use here that you can see.' })
  deviceCount(@Root() group: DeviceGroup, @Ctx() context: GraphqlContext): Promise<number> {
    return context
      .loader(
        'fleet.group-device-count',
        () => new DataLoader<string, number>((ids) => this.groups.deviceCounts(context.actor, ids)),
      )
      .load(group.id);
  }

  @FieldResolver(() => CountScalar, {
    nullable: true,
    description: 'People who have it; for those who assign.',
  })
  userCount(@Root() group: DeviceGroup, @Ctx() context: GraphqlContext): Promise<number | null> {
    return context
      .loader(
        'fleet.group-user-count',
        () => new DataLoader<string, number | null>((ids) => this.groups.userCounts(context.actor, ids)),
      )
      .load(group.id);
  }

  @FieldResolver({ description: 'True where you may rename and delete it and choose its machines.' })
  viewerCanUpdate(@Root() _group: DeviceGroup, @Ctx() { actor }: GraphqlContext): boolean {
    return canManageGroups(actor);
  }

  @FieldResolver({ description: 'True where you may give it to people.' })
  viewerCanAssign(@Root() _group: DeviceGroup, @Ctx() { actor }: GraphqlContext): boolean {
    return canAssign(actor);
  }
}

/** @param idAt  place of the id among the columns */
function pageBy(first: number | null, after: string | null | undefined, columns: number, idAt: number) {
  const page = pageOf(first, after, columns);
  if (page.after && (!isId(page.after[idAt] ?? '') || page.after.some((part) => part.includes('\0')))) {
    throw new GraphQLError('after is not a cursor of this list.', { extensions: { code: 'BAD_USER_INPUT' } });
  }
  return page;
}
