import { Authorized, type Connection, type GraphqlContext, pageOf, toConnection } from '@platen/platform';
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { toStaffResult } from './staff.mapping';
import type { StaffMember, StaffService } from './staff.service';
import {
  DeactivateStaffResult,
  DeactivateStaffSuccess,
  ReactivateStaffResult,
  ReactivateStaffSuccess,
  StaffConnection,
  UpdateStaffRoleInput,
  UpdateStaffRoleResult,
  UpdateStaffRoleSuccess,
} from './staff.type';

/** The branch's own people; they are invited as everybody is, by `inviteUsers`. */
@Resolver()
export class StaffResolver {
  constructor(private readonly service: StaffService) {}

  @Authorized('staff:manage')
  @Query(() => StaffConnection, { nullable: true, name: 'staff', description: 'Of your branch, by name.' })
  async list(
    @Arg('first', () => Int, { nullable: true, defaultValue: 25 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<Connection<StaffMember>> {
    const page = pageOf(first, after, 3);
    const { rows, total } = await this.service.list(actor, page);
    return toConnection(
      rows,
      page,
      (row) => row,
      (row) => [row.lastName, row.firstName, row.id],
      total,
    );
  }

  @Authorized('staff:manage')
  @Mutation(() => UpdateStaffRoleResult, { description: 'The person is told, and signs in anew.' })
  async updateStaffRole(
    @Arg('input', () => UpdateStaffRoleInput) input: UpdateStaffRoleInput,
    @Ctx() { actor }: GraphqlContext,
  ) {
    return toStaffResult(await this.service.updateRole(actor, input), UpdateStaffRoleSuccess, actor.locale);
  }

  @Authorized('staff:manage')
  @Mutation(() => DeactivateStaffResult, { description: 'Ends the sessions; nothing else is lost.' })
  async deactivateStaff(@Arg('userId', () => ID) userId: string, @Ctx() { actor }: GraphqlContext) {
    return toStaffResult(await this.service.deactivate(actor, userId), DeactivateStaffSuccess, actor.locale);
  }

  @Authorized('staff:manage')
  @Mutation(() => ReactivateStaffResult)
  async reactivateStaff(@Arg('userId', () => ID) userId: string, @Ctx() { actor }: GraphqlContext) {
    return toStaffResult(await this.service.reactivate(actor, userId), ReactivateStaffSuccess, actor.locale);
  }
}
