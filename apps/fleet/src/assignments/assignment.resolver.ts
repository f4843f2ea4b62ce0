import { Authorized, type GraphqlContext } from '@platen/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { toGroupError } from '../groups/group-errors.mapping';
import { toSetChange } from '../groups/group-input';
import { organisationOf } from '../groups/organisation-of';
import { AssignmentService } from './assignment.service';
import {
  ChangeAssignmentsResult,
  ChangeAssignmentsSuccess,
  ChangeGroupUsersInput,
  ChangeUserDevicesInput,
  ChangeUserGroupsInput,
} from './assignment.type';

type Outcome = Awaited<ReturnType<AssignmentService['changeUserDevices']>>;

/** Who sees which machine (R19, R22). */
@Resolver()
export class AssignmentResolver {
  constructor(private readonly assignments: AssignmentService) {}

  @Authorized('user:manage', 'equipment:manage')
  @Mutation(() => ChangeAssignmentsResult, { description: 'Gives a person machines and takes others away.' })
  async changeUserDevices(
    @Arg('input') input: ChangeUserDevicesInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof ChangeAssignmentsResult> {
    const change = toSetChange(input);
    const outcome = await this.assignments.changeUserDevices(
      actor,
      organisationOf(actor),
      input.userId,
      change,
    );
    return toResult(outcome, actor.locale);
  }

  @Authorized('user:manage', 'equipment:manage')
  @Mutation(() => ChangeAssignmentsResult, { description: 'Gives a person groups and takes others away.' })
  async changeUserGroups(
    @Arg('input') input: ChangeUserGroupsInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof ChangeAssignmentsResult> {
    const change = toSetChange(input);
    const outcome = await this.assignments.changeUserGroups(
      actor,
      organisationOf(actor),
      input.userId,
      change,
    );
    return toResult(outcome, actor.locale);
  }

  @Authorized('user:manage', 'equipment:manage')
  @Mutation(() => ChangeAssignmentsResult, {
    description: 'Gives a group to people and takes it from others.',
  })
  async changeGroupUsers(
    @Arg('input') input: ChangeGroupUsersInput,
    @Ctx() { actor }: GraphqlContext,
  ): Promise<typeof ChangeAssignmentsResult> {
    const change = toSetChange(input);
    const outcome = await this.assignments.changeGroupUsers(
      actor,
      organisationOf(actor),
      input.groupId,
      change,
    );
    return toResult(outcome, actor.locale);
  }
}

function toResult(
  outcome: Outcome,
  locale: GraphqlContext['actor']['locale'],
): typeof ChangeAssignmentsResult {
  return outcome.ok
    ? Object.assign(new ChangeAssignmentsSuccess(), outcome.value)
    : toGroupError(outcome.failure, locale);
}
