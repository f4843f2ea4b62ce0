import { Authorized, type GraphqlContext } from '@platen/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { ChangeGroupsService } from './change-groups.service';
import {
  ChangeGroupDevicesInput,
  ChangeGroupDevicesResult,
  ChangeGroupDevicesSuccess,
  CreateDeviceGroupInput,
  CreateDeviceGroupResult,
  CreateDeviceGroupSuccess,
  DeleteDeviceGroupInput,
  DeleteDeviceGroupResult,
  DeleteDeviceGroupSuccess,
  DeviceGroupNotFoundError,
  RenameDeviceGroupInput,
  RenameDeviceGroupResult,
  RenameDeviceGroupSuccess,
} from './change-groups.type';
import { groupLoader } from './device-group.loaders';
import type { DeviceGroupService } from './device-group.service';
import type { DeviceGroup } from './device-group.type';
import { toGroupError } from './group-errors.mapping';
import { toSetChange } from './group-input';
import { organisationOf } from './organisation-of';
import { toGroupRule } from './rule-input';

/** Making groups and filling them (R21, R37). */
@Resolver()
export class ChangeGroupsResolver {
  constructor(
    private readonly change: ChangeGroupsService,
    private readonly groups: DeviceGroupService,
  ) {}

  @Authorized('equipment:manage')
  @Mutation(() => CreateDeviceGroupResult)
  async createDeviceGroup(
    @Arg('input') input: CreateDeviceGroupInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof CreateDeviceGroupResult> {
    const { actor } = context;
    const outcome = await this.change.create(actor, organisationOf(actor), {
      ...input,
      rule: input.rule ? toGroupRule(input.rule) : null,
    });
    if (!outcome.ok) return toGroupError(outcome.failure, actor.locale);
    const group = await this.load(context, outcome.value.groupId);
    // A repeat may come after the group was deleted.
    return group ? Object.assign(new CreateDeviceGroupSuccess(), { group }) : conflict(context);
  }

  @Authorized('equipment:manage')
  @Mutation(() => RenameDeviceGroupResult)
  async renameDeviceGroup(
    @Arg('input') input: RenameDeviceGroupInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof RenameDeviceGroupResult> {
    const { actor } = context;
    const outcome = await this.change.rename(actor, organisationOf(actor), input);
    if (!outcome.ok) return toGroupError(outcome.failure, actor.locale);
    const group = await this.load(context, outcome.value.groupId);
    return group ? Object.assign(new RenameDeviceGroupSuccess(), { group }) : notFound(context);
  }

  @Authorized('equipment:manage')
  @Mutation(() => DeleteDeviceGroupResult, {
    description: 'Its machines stay; who sees them only through this group sees them no more.',
  })
  async deleteDeviceGroup(
    @Arg('input') { groupId }: DeleteDeviceGroupInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof DeleteDeviceGroupResult> {
    const outcome = await this.change.delete(actor, organisationOf(actor), groupId);
    return outcome.ok
      ? Object.assign(new DeleteDeviceGroupSuccess(), outcome.value)
      : toGroupError(outcome.failure, actor.locale);
  }

  @Authorized('equipment:manage')
  @Mutation(() => ChangeGroupDevicesResult, {
    description: 'Puts machines into a group and takes others out.',
  })
  async changeGroupDevices(
    @Arg('input') input: ChangeGroupDevicesInput,
    @Ctx() context: GraphqlContext,
  ): Promise<typeof ChangeGroupDevicesResult> {
    const { actor } = context;
    const change = toSetChange(input);
    const outcome = await this.change.changeDevices(actor, organisationOf(actor), input.groupId, change);
    if (!outcome.ok) return toGroupError(outcome.failure, actor.locale);
    const group = await this.load(context, outcome.value.groupId);
    const { added, removed } = outcome.value;
    return group
      ? Object.assign(new ChangeGroupDevicesSuccess(), { group, added, removed })
      : notFound(context);
  }

  private load(context: GraphqlContext, groupId: string): Promise<DeviceGroup | null> {
    return groupLoader(context, this.groups).load(groupId);
  }
}

function notFound({ actor }: GraphqlContext): DeviceGroupNotFoundError {
  return toGroupError({ code: 'DEVICE_GROUP_NOT_FOUND' }, actor.locale);
}

function conflict({ actor }: GraphqlContext) {
  return toGroupError({ code: 'IDEMPOTENCY_CONFLICT' }, actor.locale);
}
