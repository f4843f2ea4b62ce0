import { Authorized, type GraphqlContext } from '@platen/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { toRoleError } from './role-editing.mapping';
import type { RoleEditing } from './role-editing.service';
import {
  CreateRoleInput,
  CreateRoleResult,
  CreateRoleSuccess,
  DeleteRoleInput,
  DeleteRoleResult,
  DeleteRoleSuccess,
  UpdateRoleInput,
  UpdateRoleResult,
  UpdateRoleSuccess,
} from './role-editing.type';
import type { RoleService } from './role.service';

/** Roles that an organisation, or a branch for its staff, makes itself. */
@Resolver()
export class RoleEditingResolver {
  constructor(
    private readonly editing: RoleEditing,
    private readonly roles: RoleService,
  ) {}

  @Authorized('user:manage', 'staff:manage')
  @Mutation(() => CreateRoleResult)
  async createRole(@Arg('input') input: CreateRoleInput, @Ctx() { actor }: GraphqlContext) {
    const outcome = await this.editing.create(actor, input);
    if (!outcome.ok) return toRoleError(outcome.failure, actor.locale);
    return this.shown(actor, outcome.value.roleId, new CreateRoleSuccess());
  }

  @Authorized('user:manage', 'staff:manage')
  @Mutation(() => UpdateRoleResult, {
    description: 'Acts for everybody who has it, from the next request on.',
  })
  async updateRole(@Arg('input') { roleId, ...wanted }: UpdateRoleInput, @Ctx() { actor }: GraphqlContext) {
    const outcome = await this.editing.update(actor, roleId, wanted);
    if (!outcome.ok) return toRoleError(outcome.failure, actor.locale);
    return this.shown(actor, roleId, new UpdateRoleSuccess());
  }

  @Authorized('user:manage', 'staff:manage')
  @Mutation(() => DeleteRoleResult, { description: 'Refused while somebody has it or is invited with it.' })
  async deleteRole(@Arg('input') { roleId }: DeleteRoleInput, @Ctx() { actor }: GraphqlContext) {
    const outcome = await this.editing.delete(actor, roleId);
    if (!outcome.ok) return toRoleError(outcome.failure, actor.locale);
    return Object.assign(new DeleteRoleSuccess(), outcome.value);
  }

  private async shown<Success extends object>(
    actor: GraphqlContext['actor'],
    roleId: string,
    success: Success,
  ) {
    const role = (await this.roles.list(actor, null)).find(({ id }) => id === roleId.toLowerCase());
    // A repeat may come after the role was deleted.
    return role ? Object.assign(success, { role }) : toRoleError({ code: 'ROLE_NOT_FOUND' }, actor.locale);
  }
}
