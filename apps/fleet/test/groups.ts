import type { Actor } from '@platen/platform';
import { actors } from './actors';
import type { useFleet } from './use-fleet';

const CREATE = `mutation ($input: CreateDeviceGroupInput!) { createDeviceGroup(input: $input) { __typename
  ... on CreateDeviceGroupSuccess { group { id name deviceCount userCount viewerCanUpdate } }
  ... on InvalidInputError { fields { path message } }
  ... on UserError { code message } } }`;
const RENAME = `mutation ($input: RenameDeviceGroupInput!) { renameDeviceGroup(input: $input) { __typename
  ... on RenameDeviceGroupSuccess { group { id name } }
  ... on InvalidInputError { fields { path message } }
  ... on UserError { code message } } }`;
const DELETE = `mutation ($input: DeleteDeviceGroupInput!) { deleteDeviceGroup(input: $input) { __typename
  ... on DeleteDeviceGroupSuccess { groupId }
  ... on UserError { code message } } }`;
const FILL = `mutation ($input: ChangeGroupDevicesInput!) { changeGroupDevices(input: $input) { __typename
  ... on ChangeGroupDevicesSuccess { group { deviceCount } added removed }
  ... on InvalidInputError { fields { path message } }
  ... on UserError { code message } } }`;
const SET_RULE = `mutation ($input: ChangeGroupRuleInput!) { changeGroupRule(input: $input) { __typename
  ... on ChangeGroupRuleSuccess { group { deviceCount } added removed }
  ... on InvalidInputError { fields { path message } }
  ... on UserError { code message } } }`;
const assigning = (field: string) =>
  `mutation ($input: ${field[0]?.toUpperCase()}${field.slice(1)}Input!) { ${field}(input: $input) { __typename
    ... on ChangeAssignmentsSuccess { added removed }
    ... on InvalidInputError { fields { path message } }
    ... on UserError { code message } } }`;

export type Answer = Record<string, unknown> & { readonly __typename: string };
type Input = Record<string, unknown>;

let keys = 0;

/** Changes groups and assignments of a file's fleet as people would. */
export function groupsOf(fleet: Pick<ReturnType<typeof useFleet>, 'data'>) {
  const act =
    (field: string, document: string) =>
    async (input: Input, actor: Actor = actors.administrator) => {
      const answer = await fleet.data<Record<string, Answer>>(actor, document, { input });
      return answer[field] as Answer;
    };
  const create = act('createDeviceGroup', CREATE);
  const fill = act('changeGroupDevices', FILL);
  const giveTo = act('changeGroupUsers', assigning('changeGroupUsers'));
  const named = (name: string) => ({ idempotencyKey: `new-group-${keys++}`, name });
  return {
    named,
    create,
    rename: act('renameDeviceGroup', RENAME),
    remove: act('deleteDeviceGroup', DELETE),
    fill,
    setRule: act('changeGroupRule', SET_RULE),
    giveTo,
    giveDevices: act('changeUserDevices', assigning('changeUserDevices')),
    giveGroups: act('changeUserGroups', assigning('changeUserGroups')),
    /** id of a new group that holds these machines and is given to these people */
    group: async (
      name: string,
      deviceIds: readonly string[] = [],
      userIds: readonly string[] = [],
      actor: Actor = actors.administrator,
    ) => {
      const { id } = (await create(named(name), actor)).group as { id: string };
      if (deviceIds.length > 0) await fill({ groupId: id, add: deviceIds }, actor);
      if (userIds.length > 0) await giveTo({ groupId: id, add: userIds }, actor);
      return id;
    },
  };
}
