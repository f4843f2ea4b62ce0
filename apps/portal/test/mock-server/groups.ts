import type { MockDevice } from './devices';
import type { MockSession } from './graph';

/** Rights of somebody who looks after machines and people. */
export const managerRights = [
  'device:read',
  'device:all',
  'order:read',
  'ticket:read',
  'invoice:read',
  'equipment:manage',
  'user:manage',
];

interface MockGroup {
  readonly id: string;
  name: string;
  deviceIds: string[];
  userIds: string[];
  rule?: MockRule | null;
}

/** By which a group of the mock fills itself. */
interface MockRule {
  readonly siteIds: string[];
  readonly makers: string[];
  readonly models: string[];
  readonly departments: string[];
  readonly floors: string[];
}

interface MockView {
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly shared: boolean;
  readonly owned: boolean;
  readonly viewerCanDelete: boolean;
}

type Input = Record<string, string> & { add?: string[]; remove?: string[]; rule?: MockRule | null };
interface Paged {
  readonly first?: number;
  readonly after?: string;
  readonly filter?: { readonly userId?: string | null } | null;
}
type Connect = (nodes: readonly ({ id: string } & object)[], page: Paged) => unknown;

/** People to whom groups can be given. */
const team = [
  ['Marco', 'Conti'],
  ['Lucia', 'Greco'],
  ['Bruno', 'Galli'],
].map(([firstName = '', lastName = '']) => {
  const email = `${firstName}.${lastName}@rossi.example`.toLowerCase();
  return { id: `user-${email}`, email, firstName, lastName, roleName: 'Member' };
});

const notFound = { __typename: 'DeviceGroupNotFoundError', code: 'DEVICE_GROUP_NOT_FOUND', message: 'Gone.' };

const fits = (wanted: readonly string[] | null | undefined, value: string | null) =>
  !wanted || wanted.length === 0 || (value !== null && wanted.includes(value));

function changed(list: string[], { add = [], remove = [] }: Input): string[] {
  return [...new Set([...list, ...add])].filter((id) => !remove.includes(id));
}

/** Groups of Rossi's machines, the assignments of its people, and looks through their eyes. */
export function makeGroupGraph(devices: readonly MockDevice[], connect: Connect) {
  const rossis = devices.filter(({ customerId }) => customerId === 'customer-rossi').map(({ id }) => id);
  const groups: MockGroup[] = [
    {
      id: 'group-claims',
      name: 'Claims',
      deviceIds: rossis.slice(0, 6),
      userIds: team.slice(0, 2).map(({ id }) => id),
    },
    { id: 'group-turin', name: 'Turin, first floor', deviceIds: rossis.slice(4, 9), userIds: [] },
  ];
  const assigned = new Map<string, string[]>([[team[0]?.id ?? '', rossis.slice(1, 3)]]);
  const ofRossi = ({ person }: MockSession) => person?.customerId === 'customer-rossi';
  const groupNode = (group: MockGroup, { person }: MockSession) => ({
    id: group.id,
    name: group.name,
    deviceCount: group.deviceIds.length,
    userCount: person?.rights.includes('user:manage') ? group.userIds.length : null,
    viewerCanUpdate: person?.rights.includes('equipment:manage') ?? false,
    viewerCanAssign: person?.rights.includes('user:manage') ?? false,
    rule: group.rule ? { ...group.rule, sites: sitesOf(group.rule) } : null,
  });
  const sitesOf = ({ siteIds }: MockRule) =>
    [...new Map(devices.map(({ site }) => [site.id, site])).values()].filter(({ id }) =>
      siteIds.includes(id),
    );
  const fitting = (rule: Partial<MockRule>) =>
    devices.filter(
      ({ customerId, site, maker, model, floor }) =>
        customerId === 'customer-rossi' &&
        fits(rule.siteIds, site.id) &&
        fits(rule.makers, maker) &&
        fits(rule.models, model) &&
        fits(rule.departments, null) &&
        fits(rule.floors, floor),
    );
  const views: MockView[] = [
    {
      id: 'view-1',
      name: 'Down or silent',
      query: 'attention=ANY&sort=urgency',
      shared: true,
      owned: true,
      viewerCanDelete: true,
    },
  ];
  const byId = (id: string | undefined) => groups.find((group) => group.id === id);
  const named = (name: string | undefined, except?: MockGroup) => {
    const taken = groups.some((group) => group !== except && group.name === name);
    const message = taken
      ? 'Another group already has this name.'
      : 'A group needs a name of 1 to 80 characters.';
    if (name?.trim() && !taken) return null;
    return {
      __typename: 'InvalidInputError',
      code: 'INVALID_INPUT',
      message,
      fields: [{ path: 'name', message }],
    };
  };
  const assignments = ({ add = [], remove = [] }: Input) => ({
    __typename: 'ChangeAssignmentsSuccess',
    added: add.length,
    removed: remove.length,
  });

  const sightChanges = [
    {
      id: 'sight-2',
      at: '2026-11-18T09:20:00.000Z',
      reason: 'MOVE',
      added: 1,
      removed: 0,
      changedBy: null,
      addedDevices: devices.slice(1, 2),
      removedDevices: [],
    },
    {
      id: 'sight-1',
      at: '2026-11-03T15:05:00.000Z',
      reason: 'ASSIGNMENT',
      added: 2,
      removed: 1,
      changedBy: team[1] ?? null,
      addedDevices: devices.slice(0, 2),
      removedDevices: devices.slice(3, 4),
    },
  ];
  const fields = {
    users: ({ filter }: { filter?: { search?: string } }) =>
      connect(
        team.filter(({ email }) => email.includes((filter?.search ?? '').toLowerCase())),
        {},
      ),
    deviceGroups: (page: Paged, session: MockSession) => {
      const userId = page.filter?.userId;
      const found = groups.filter((group) => ofRossi(session) && (!userId || group.userIds.includes(userId)));
      return connect(
        found.map((group) => groupNode(group, session)),
        page,
      );
    },
    deviceGroup: ({ id }: { id: string }, session: MockSession) => {
      const group = ofRossi(session) ? byId(id) : undefined;
      return group ? groupNode(group, session) : null;
    },
    deviceGroupUsers: ({ groupId, ...page }: Paged & { groupId: string }) =>
      connect(
        team
          .filter(({ id }) => byId(groupId)?.userIds.includes(id))
          .map((user) => ({ id: user.id, userId: user.id, user })),
        page,
      ),
    whyVisible: ({ userId, deviceId }: { userId: string; deviceId: string }) => ({
      assigned: assigned.get(userId)?.includes(deviceId) ?? false,
      groups: groups.filter((group) => group.userIds.includes(userId) && group.deviceIds.includes(deviceId)),
    }),
    deviceChoices: () => ({
      makers: [...new Set(devices.map(({ maker }) => maker))].sort(),
      models: [...new Set(devices.map(({ model }) => model))].sort(),
      departments: ['Claims', 'Sales'],
      floors: ['2'],
    }),
    previewGroupRule: ({ rule }: { rule: Partial<MockRule> }) => {
      const found = fitting(rule);
      return { count: found.length, devices: found.slice(0, 20) };
    },
    changeGroupRule: (
      { input }: { input: { groupId: string; rule?: MockRule | null } },
      session: MockSession,
    ) => {
      const group = byId(input.groupId);
      if (!group) return notFound;
      const before = group.deviceIds;
      group.rule = input.rule ?? null;
      if (group.rule) group.deviceIds = fitting(group.rule).map(({ id }) => id);
      const added = group.deviceIds.filter((id) => !before.includes(id)).length;
      const removed = before.filter((id) => !group.deviceIds.includes(id)).length;
      return { __typename: 'ChangeGroupRuleSuccess', group: groupNode(group, session), added, removed };
    },
    savedViews: () => views,
    createSavedView: ({ input }: { input: { name: string; query: string; shared?: boolean } }) => {
      const id = `view-${views.length + 1}`;
      const { name, query, shared = false } = input;
      views.push({ id, name, query, shared, owned: true, viewerCanDelete: true });
      return { __typename: 'CreateSavedViewSuccess', viewId: id };
    },
    deleteSavedView: ({ input }: { input: { viewId: string } }) => {
      const at = views.findIndex(({ id }) => id === input.viewId);
      if (at < 0)
        return { __typename: 'SavedViewNotFoundError', code: 'SAVED_VIEW_NOT_FOUND', message: 'Gone.' };
      views.splice(at, 1);
      return { __typename: 'DeleteSavedViewSuccess', viewId: input.viewId };
    },
    deviceExport: () => ({ csv: '\ufeffname,serial_number\r\nArchive,AA1\r\n', rows: 1, next: null }),
    sightChanges: () => connect(sightChanges, {}),
    deviceViewers: () =>
      connect(
        team.map((user, index) => ({
          id: user.id,
          userId: user.id,
          user,
          reason: (['ASSIGNED', 'GROUP', 'ALL_OF_CUSTOMER'] as const)[index],
          since: index === 2 ? null : '2026-11-03T15:05:00.000Z',
          groups: index === 1 ? [{ id: 'group-claims', name: 'Claims' }] : [],
        })),
        {},
      ),
    createDeviceGroup: ({ input }: { input: Input }, session: MockSession) => {
      const refused = named(input.name);
      if (refused) return refused;
      const group: MockGroup = {
        id: `group-${groups.length}`,
        name: input.name ?? '',
        rule: input.rule ?? null,
        deviceIds: input.rule ? fitting(input.rule).map(({ id }) => id) : [],
        userIds: [],
      };
      groups.push(group);
      return { __typename: 'CreateDeviceGroupSuccess', group: groupNode(group, session) };
    },
    renameDeviceGroup: ({ input }: { input: Input }, session: MockSession) => {
      const group = byId(input.groupId);
      if (!group) return notFound;
      const refused = named(input.name, group);
      if (refused) return refused;
      group.name = input.name ?? '';
      return { __typename: 'RenameDeviceGroupSuccess', group: groupNode(group, session) };
    },
    deleteDeviceGroup: ({ input }: { input: Input }) => {
      const at = groups.findIndex(({ id }) => id === input.groupId);
      if (at < 0) return notFound;
      groups.splice(at, 1);
      return { __typename: 'DeleteDeviceGroupSuccess', groupId: input.groupId };
    },
    changeGroupDevices: ({ input }: { input: Input }, session: MockSession) => {
      const group = byId(input.groupId);
      if (!group) return notFound;
      group.deviceIds = changed(group.deviceIds, input);
      const { added, removed } = assignments(input);
      return { __typename: 'ChangeGroupDevicesSuccess', group: groupNode(group, session), added, removed };
    },
    changeGroupUsers: ({ input }: { input: Input }) => {
      const group = byId(input.groupId);
      if (!group) return notFound;
      group.userIds = changed(group.userIds, input);
      return assignments(input);
    },
    changeUserDevices: ({ input }: { input: Input }) => {
      const userId = input.userId ?? '';
      assigned.set(userId, changed(assigned.get(userId) ?? [], input));
      return assignments(input);
    },
    changeUserGroups: ({ input }: { input: Input }) => {
      const userId = input.userId ?? '';
      for (const group of groups) {
        if (input.add?.includes(group.id)) group.userIds = changed(group.userIds, { add: [userId] } as Input);
        if (input.remove?.includes(group.id))
          group.userIds = changed(group.userIds, { remove: [userId] } as Input);
      }
      return assignments(input);
    },
  };
  return {
    fields,
    /** what a machine tells of its groups, and why its viewer sees it */
    ofDevice: ({ id }: MockDevice) => ({
      groups: groups
        .filter((group) => group.deviceIds.includes(id))
        .map(({ id: groupId, name }) => ({ id: groupId, name })),
      viewerSees: { reason: 'ALL_OF_CUSTOMER', groups: [] },
    }),
    /** whether a machine is among those that a list is narrowed to */
    matches: ({ id, department, monitored }: MockDevice, filter: Record<string, unknown>) =>
      (!filter.department || filter.department === department) &&
      (typeof filter.monitored !== 'boolean' || filter.monitored === monitored) &&
      (!filter.use || filter.use === 'INSTALLED') &&
      (!filter.groupId || byId(String(filter.groupId))?.deviceIds.includes(id)) &&
      (!filter.assignedTo || assigned.get(String(filter.assignedTo))?.includes(id)),
  };
}
