import { statementsOf } from '@platen/testing';
import { actors, bianchi, memberId } from '../../test/actors';
import { listsOf } from '../../test/device-list';
import { buildDevice, buildMember, buildSite } from '../../test/factories';
import { groupsOf } from '../../test/groups';
import { useFleet } from '../../test/use-fleet';

const fleet = useFleet();
const { group } = groupsOf(fleet);
const { names } = listsOf(fleet);

const milano = buildSite();
const elsewhere = buildSite({ customerId: bianchi });
const of = (name: string) => buildDevice(milano, { name });
const [direct, grouped, both, unseen] = [of('Direct'), of('Grouped'), of('Both'), of('Unseen')];
const foreign = buildDevice(elsewhere);

let floor = '';
let wing = '';
beforeEach(async () => {
  await fleet.load({
    sites: [milano, elsewhere],
    devices: [direct, grouped, both, unseen, foreign],
    users: [buildMember([direct.id, both.id])],
  });
  floor = await group('Floor', [grouped.id, both.id], [memberId]);
  wing = await group('Wing', [grouped.id, unseen.id]);
});

const REASONS =
  '{ devices { edges { node { name viewerSees { reason groups { name } } groups { name } } } } }';
type Reasons = {
  devices: { edges: { node: { name: string; viewerSees: unknown; groups: { name: string }[] } }[] };
};
const reasons = async (actor: Parameters<typeof fleet.data>[0]) =>
  (await fleet.data<Reasons>(actor, REASONS)).devices.edges.map(({ node }) => node);

test('a member is told for each machine whether by itself or through which group', async () => {
  const floorOnly = [{ name: 'Floor' }];
  expect(await reasons(actors.member)).toEqual([
    { name: 'Both', viewerSees: { reason: 'ASSIGNED', groups: floorOnly }, groups: floorOnly },
    { name: 'Direct', viewerSees: { reason: 'ASSIGNED', groups: [] }, groups: [] },
    { name: 'Grouped', viewerSees: { reason: 'GROUP', groups: floorOnly }, groups: floorOnly },
  ]);
});

test.each([
  ['administrator', 'ALL_OF_CUSTOMER'],
  ['partner of a customer', 'ALL_OF_CUSTOMER'],
  ['staff', 'BRANCH'],
] as const)('%s sees all of it, and all groups', async (who, reason) => {
  const rows = (await reasons(actors[who])).filter(({ name }) => name === 'Grouped');
  expect(rows).toEqual([
    { name: 'Grouped', viewerSees: { reason, groups: [] }, groups: [{ name: 'Floor' }, { name: 'Wing' }] },
  ]);
});

test('R30 a group that is not his narrows no list of a member, and shows him nothing', async () => {
  expect(await names(actors.member, { filter: { groupId: floor } })).toEqual(['Both', 'Grouped']);
  expect(await names(actors.member, { filter: { groupId: wing } })).toEqual([]);
  expect(await names(actors.staff, { filter: { groupId: wing } })).toEqual(['Grouped', 'Unseen']);
  const seen = await fleet.data<Record<string, unknown>>(
    actors.member,
    `query ($id: ID!) { deviceGroup(id: $id) { name }
      deviceGroups { edges { node { name deviceCount userCount viewerCanUpdate viewerCanAssign } } } }`,
    { id: wing },
  );
  expect(seen).toEqual({
    deviceGroup: null,
    deviceGroups: {
      edges: [
        {
          node: {
            name: 'Floor',
            deviceCount: 2,
            userCount: null,
            viewerCanUpdate: false,
            viewerCanAssign: false,
          },
        },
      ],
    },
  });
});

test('what is given to a person is told to who assigns, and to himself', async () => {
  const GIVEN = `query ($userId: ID!) { deviceGroups(filter: { userId: $userId }) { edges { node { name } } }
    devices(filter: { assignedTo: $userId }) { edges { node { name } } } }`;
  type Given = Record<'deviceGroups' | 'devices', { edges: { node: { name: string } }[] }>;
  const given = async (actor: Parameters<typeof fleet.data>[0], userId: string) => {
    const answer = await fleet.data<Given>(actor, GIVEN, { userId });
    return [answer.deviceGroups, answer.devices].map(({ edges }) => edges.map(({ node }) => node.name));
  };
  const all = [['Floor'], ['Both', 'Direct']];
  const nothing = [[], []];
  expect(await given(actors.administrator, memberId)).toEqual(all);
  expect(await given(actors.member, memberId)).toEqual(all);
  expect(await given({ ...actors.member, id: '00000000-0000-7000-8000-000000000a02' }, memberId)).toEqual(
    nothing,
  );
  expect(await given(actors['administrator of another customer'], memberId)).toEqual(nothing);
  expect(await given(actors.administrator, 'no id')).toEqual(nothing);
});

describe('does this person see this machine', () => {
  const WHY = `query ($userId: ID!, $deviceId: ID!) { whyVisible(userId: $userId, deviceId: $deviceId) {
    device { name } assigned groups { name } } }`;
  const why = async (deviceId: string, userId: string = memberId, actor = actors.administrator) =>
    (await fleet.data<{ whyVisible: unknown }>(actor, WHY, { userId, deviceId })).whyVisible;

  test.each([
    ['by itself', direct, true, []],
    ['through a group', grouped, false, [{ name: 'Floor' }]],
    ['both', both, true, [{ name: 'Floor' }]],
    ['not at all', unseen, false, []],
  ])('%s', async (_, { id, name }, assigned, groups) => {
    expect(await why(id)).toEqual({ device: { name }, assigned, groups });
  });

  test('C6 of a foreign machine as of an unknown one nothing is told, and of an unknown person that he sees none', async () => {
    const unknown = '00000000-0000-7000-8000-00000000ffff';
    for (const id of [foreign.id, unknown, 'no id']) expect(await why(id)).toBeNull();
    for (const id of [unknown, 'no id'])
      expect(await why(direct.id, id)).toEqual({ device: { name: 'Direct' }, assigned: false, groups: [] });
  });

  test('a member may not ask', async () => {
    const answer = await fleet.ask(actors.member, WHY, { userId: memberId, deviceId: direct.id });
    expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHORIZED');
  });
});

test('groups are listed page by page, by name and search, and their people too', async () => {
  const admin = actors.administrator;
  const LIST = `query ($first: Int, $after: String, $search: String) {
    deviceGroups(first: $first, after: $after, filter: { search: $search }) {
      edges { node { name } } pageInfo { hasNextPage endCursor } } }`;
  type List = {
    deviceGroups: {
      edges: { node: { name: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
  };
  const page = async (variables: Record<string, unknown>) =>
    (await fleet.data<List>(admin, LIST, variables)).deviceGroups;
  const first = await page({ first: 1 });
  expect(first).toMatchObject({ edges: [{ node: { name: 'Floor' } }], pageInfo: { hasNextPage: true } });
  expect((await page({ first: 1, after: first.pageInfo.endCursor })).edges).toEqual([
    { node: { name: 'Wing' } },
  ]);
  expect((await page({ search: 'LOO' })).edges).toEqual([{ node: { name: 'Floor' } }]);
  expect((await page({ search: '%' })).edges).toEqual([]);
  expect((await fleet.ask(admin, LIST, { first: 101 })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  expect(
    await fleet.data(
      admin,
      'query ($id: ID!) { deviceGroupUsers(groupId: $id) { edges { node { userId } } } }',
      {
        id: floor,
      },
    ),
  ).toEqual({ deviceGroupUsers: { edges: [{ node: { userId: memberId } }] } });
});

test('a list takes the same number of statements for 1 and for 20 machines and groups', async () => {
  for (let at = 0; at < 20; at++) await group(`Group ${at}`, [direct.id, grouped.id]);
  const document = `query ($first: Int) {
    devices(first: $first) { edges { node { groups { name } viewerSees { reason groups { name } } } } }
    deviceGroups(first: $first) { edges { node { name deviceCount userCount } } } }`;
  const asked = async (first: number) =>
    (await statementsOf(() => fleet.data(actors.member, document, { first }))).length;
  expect(await asked(20)).toBe(await asked(1));
});
