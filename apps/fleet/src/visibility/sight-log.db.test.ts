import type { Actor } from '@platen/platform';
import { actors, memberId, rossi } from '../../test/actors';
import { buildDevice, buildMember, buildSite } from '../../test/factories';
import { groupsOf } from '../../test/groups';
import { useFleet } from '../../test/use-fleet';

const fleet = useFleet();
const { giveDevices, group } = groupsOf(fleet);
const milano = buildSite();
const [one, two] = ['One', 'Two'].map((name) => buildDevice(milano, { name })) as [
  ReturnType<typeof buildDevice>,
  ReturnType<typeof buildDevice>,
];
const other = '00000000-0000-7000-8000-000000000a02';
const chief = '00000000-0000-7000-8000-000000000a03';
const left = '00000000-0000-7000-8000-000000000a04';
const bianchis = actors['administrator of another customer'];

beforeEach(async () => {
  await fleet.load({
    sites: [milano],
    devices: [one, two],
    users: [memberId, other, chief, left].map((id) => buildMember([], { id, email: `${id}@rossi.example` })),
  });
  await fleet.rows(`update fleet.known_person set sees = 'all' where user_id = $1`, [chief]);
  await fleet.rows(`update fleet.known_person set state = 'deactivated' where user_id = $1`, [left]);
});

interface Change {
  reason: string;
  added: number;
  addedDevices: { name: string }[];
  removedDevices: { name: string }[];
  changedBy: { id: string } | null;
}
const changes = async (actor: Actor, first = 25, after: string | null = null) =>
  (
    await fleet.data<{
      sightChanges: { edges: { node: Change }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
    }>(
      actor,
      `query ($userId: ID!, $first: Int, $after: String) { sightChanges(userId: $userId, first: $first, after: $after) {
        edges { node { reason added removed changedBy { id } addedDevices { name } removedDevices { name } } }
        pageInfo { endCursor hasNextPage } } }`,
      { userId: memberId, first, after },
    )
  ).sightChanges;
const viewers = async (actor: Actor, first = 25, after: string | null = null) =>
  (
    await fleet.data<{
      deviceViewers: { edges: { node: unknown }[]; pageInfo: { endCursor: string } } | null;
    }>(
      actor,
      `query ($deviceId: ID!, $first: Int, $after: String) {
        deviceViewers(deviceId: $deviceId, first: $first, after: $after) {
          edges { node { userId reason since groups { name } } } pageInfo { endCursor } } }`,
      { deviceId: one.id, first, after },
    )
  ).deviceViewers;

test('P24 what a person gained and lost, by whom and why, newest first and by pages', async () => {
  await giveDevices({ userId: memberId, add: [one.id, two.id] });
  await giveDevices({ userId: memberId, remove: [two.id] });
  await group('Floor', [one.id, two.id], [memberId]);
  const { edges, pageInfo } = await changes(actors.administrator, 2);
  expect(edges.map(({ node }) => node)).toEqual([
    {
      reason: 'GROUP',
      added: 1,
      removed: 0,
      changedBy: { id: memberId },
      addedDevices: [{ name: 'Two' }],
      removedDevices: [],
    },
    {
      reason: 'ASSIGNMENT',
      added: 0,
      removed: 1,
      changedBy: { id: memberId },
      addedDevices: [],
      removedDevices: [{ name: 'Two' }],
    },
  ]);
  const next = await changes(actors.administrator, 2, pageInfo.endCursor);
  expect(next.edges.map(({ node }) => node.addedDevices.map(({ name }) => name).sort())).toEqual([
    ['One', 'Two'],
  ]);
  expect(next.pageInfo.hasNextPage).toBe(false);
});

test('who sees a machine, why and since when; who left, or sees something else, is not among them', async () => {
  await giveDevices({ userId: memberId, add: [one.id] });
  await giveDevices({ userId: left, add: [one.id] });
  await giveDevices({ userId: chief, add: [one.id] });
  await group('Floor', [one.id, two.id], [other, memberId]);
  await group('Not this one', [two.id], [other]);
  const first = await viewers(actors.administrator, 2);
  const rest = await viewers(actors.administrator, 2, first?.pageInfo.endCursor);
  expect([...(first?.edges ?? []), ...(rest?.edges ?? [])].map(({ node }) => node)).toEqual([
    { userId: memberId, reason: 'ASSIGNED', since: expect.any(String), groups: [{ name: 'Floor' }] },
    { userId: other, reason: 'GROUP', since: expect.any(String), groups: [{ name: 'Floor' }] },
    { userId: chief, reason: 'ALL_OF_CUSTOMER', since: null, groups: [] },
  ]);
});

test('R33 nothing of another organisation, and nothing without the right', async () => {
  await giveDevices({ userId: memberId, add: [one.id] });
  expect(await viewers(bianchis)).toBeNull();
  expect((await changes(bianchis)).edges).toEqual([]);
  for (const field of ['sightChanges(userId: $id)', 'deviceViewers(deviceId: $id)']) {
    const document = `query ($id: ID!) { ${field} { edges { cursor } } }`;
    const { errors } = await fleet.ask(actors.member, document, { id: memberId });
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHORIZED');
  }
  expect(await fleet.rows('select distinct customer_id from fleet.sight_change')).toEqual([
    { customer_id: rossi },
  ]);
});
