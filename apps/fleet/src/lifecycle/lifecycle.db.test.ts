import { actorOf, actors, bianchi, memberId } from '../../test/actors';
import { buildDevice, buildMember, buildSite, buildSupply } from '../../test/factories';
import { groupsOf } from '../../test/groups';
import { pollAt, totalAt, uploadOf } from '../../test/polls';
import { useFleet } from '../../test/use-fleet';

const fleet = useFleet();
const { group } = groupsOf(fleet);

const CHANGE = `mutation ($input: ChangeDeviceLifecycleInput!) { changeDeviceLifecycle(input: $input) { __typename
  ... on ChangeDeviceLifecycleSuccess { device { lifecycle state installedOn viewerActs viewerCanUpdate } }
  ... on LifecycleActNotPossibleError { lifecycle }
  ... on InvalidInputError { fields { path message } }
  ... on UserError { code message } } }`;
const TIMELINE = `query ($id: ID!, $first: Int, $after: String) { device(id: $id) { timeline(first: $first, after: $after) {
  edges { cursor node { kind actorKind facts { name value } otherDevice { name } } } pageInfo { hasNextPage } } } }`;

const milano = buildSite();
const torino = buildSite({ name: 'Torino' });
const elsewhere = buildSite({ customerId: bianchi });
const old = buildDevice(milano, {
  name: 'Old',
  serialNumber: 'A1',
  floor: '2',
  department: 'Sales',
  supplies: [buildSupply({ levelPercent: 5 })],
});
const fresh = buildDevice(torino, {
  name: 'Fresh',
  serialNumber: 'B2',
  lifecycle: 'planned',
  lastSeenHoursAgo: null,
});
const foreign = buildDevice(elsewhere, { lifecycle: 'planned' });
const provider = actorOf('staff', ['device:read', 'device:manage'], { customerId: null });

beforeEach(async () => {
  await fleet.load({
    sites: [milano, torino, elsewhere],
    devices: [old, fresh, foreign],
    users: [buildMember([old.id])],
  });
});

let keys = 0;
interface Change {
  readonly act: string;
  readonly deviceId?: string;
  readonly [more: string]: unknown;
}
const change = async (asked: Change, actor = provider) =>
  (
    await fleet.data<{ changeDeviceLifecycle: Record<string, unknown> }>(actor, CHANGE, {
      input: { idempotencyKey: `life-change-${keys++}`, deviceId: old.id, reason: 'DEFECT', ...asked },
    })
  ).changeDeviceLifecycle;
const told = () =>
  fleet.events<{ deviceId: string; active: boolean; monitored: boolean }>('fleet.device.changed.v1');
const listed = async () =>
  (
    await fleet.data<{ devices: { edges: { node: { name: string } }[] } }>(
      actors.member,
      '{ devices { edges { node { name } } } }',
    )
  ).devices.edges.map(({ node }) => node.name);
interface Entry {
  readonly kind: string;
  readonly actorKind: string;
  readonly facts: { name: string; value: string }[];
  readonly otherDevice: { name: string } | null;
}
const timeline = async (id: string, variables: Record<string, unknown> = {}) =>
  (
    await fleet.data<{
      device: {
        timeline: { edges: { cursor: string; node: Entry }[]; pageInfo: { hasNextPage: boolean } };
      };
    }>(provider, TIMELINE, { id, ...variables })
  ).device.timeline;

test('a planned machine is installed, goes to repair and comes back', async () => {
  expect(await change({ deviceId: fresh.id, act: 'INSTALL', reason: 'OTHER' })).toEqual({
    __typename: 'ChangeDeviceLifecycleSuccess',
    device: {
      lifecycle: 'INSTALLED',
      state: 'SILENT',
      installedOn: '2026-11-20',
      viewerActs: ['SEND_TO_REPAIR', 'SWAP', 'RETIRE', 'MOVE'],
      viewerCanUpdate: true,
    },
  });
  expect(await change({ deviceId: fresh.id, act: 'SEND_TO_REPAIR' })).toMatchObject({
    device: { lifecycle: 'IN_REPAIR', state: 'IN_REPAIR' },
  });
  expect(await change({ deviceId: fresh.id, act: 'BRING_BACK' })).toMatchObject({
    device: { lifecycle: 'INSTALLED', installedOn: '2026-11-20' },
  });
  expect((await timeline(fresh.id)).edges.map(({ node }) => node.kind)).toEqual([
    'repaired',
    'sent-to-repair',
    'installed',
  ]);
});

test('in repair nothing of it is low or ordered by itself, and what it says then is told when it is back', async () => {
  await fleet.forgetEvents();
  await change({ act: 'SEND_TO_REPAIR' });
  expect(await told()).toMatchObject([{ deviceId: old.id, active: true, monitored: false }]);
  const summary = () =>
    fleet.data(
      actors.administrator,
      '{ fleetSummary { devices working planned inRepair silent lowSupplies } }',
    );
  expect(await summary()).toEqual({
    fleetSummary: { devices: 2, working: 0, planned: 1, inRepair: 1, silent: 0, lowSupplies: 0 },
  });
  await fleet.record(uploadOf([pollAt('20T09:30', { supplies: [{ slot: '1.1', percent: 4 }] })]));
  expect(await fleet.events('fleet.supply-level.changed.v1')).toEqual([]);
  await change({ act: 'BRING_BACK' });
  expect(await fleet.events('fleet.supply-level.changed.v1')).toMatchObject([{ levelPercent: 4 }]);
});

test('a swap puts the new machine into the place, the groups and the hands of the old one', async () => {
  await group('Ground floor', [old.id]);
  await fleet.record(uploadOf([totalAt('19T09:00', 1_000)]));
  await fleet.forgetEvents();
  const outcome = await change({
    act: 'SWAP',
    successorId: fresh.id,
    counters: [{ kind: 'total', value: 1_200 }],
  });
  expect(outcome).toMatchObject({
    device: { lifecycle: 'SWAPPED', state: 'RETIRED', viewerActs: ['COLLECT'] },
  });
  expect(await listed()).toEqual(['Fresh']);
  const [successor] = await fleet.rows(
    `select lifecycle, site_id, floor, department, installed_on::text,
       array(select g.name from fleet.device_group g join fleet.device_group_device m on m.group_id = g.id
             where m.device_id = device.id) as groups
     from fleet.device where id = $1`,
    [fresh.id],
  );
  expect(successor).toEqual({
    lifecycle: 'installed',
    site_id: milano.id,
    floor: '2',
    department: 'Sales',
    installed_on: '2026-11-20',
    groups: ['Ground floor'],
  });
  expect((await told()).map(({ deviceId, active }) => [deviceId, active])).toEqual(
    expect.arrayContaining([
      [old.id, false],
      [fresh.id, true],
    ]),
  );
  const [entry] = (await timeline(old.id)).edges;
  expect(entry?.node).toMatchObject({ kind: 'swapped', actorKind: 'staff', otherDevice: { name: 'Fresh' } });
  expect(entry?.node.facts).toEqual(
    expect.arrayContaining([
      { name: 'reason', value: 'defect' },
      { name: 'total', value: '1200' },
    ]),
  );
  expect((await timeline(fresh.id)).edges[0]?.node).toMatchObject({
    kind: 'installed',
    otherDevice: { name: 'Old' },
  });
  expect(await fleet.events('fleet.visibility.changed.v1')).toMatchObject([
    { changes: [{ userId: memberId, added: 1, removed: 1 }] },
  ]);
});

test('what a poll says of a machine that was retired is a machine nobody knows', async () => {
  await change({ act: 'RETIRE', reason: 'END_OF_CONTRACT' });
  expect(await fleet.record(uploadOf([totalAt('20T09:30', 5)]))).toMatchObject({
    acceptedReads: 0,
    unknownDevices: 1,
  });
  expect(await listed()).toEqual([]);
  expect(await change({ act: 'COLLECT', reason: 'END_OF_CONTRACT' })).toMatchObject({
    device: { lifecycle: 'COLLECTED', viewerActs: [], viewerCanUpdate: false },
  });
});

test('the same serial may return once its machine is out of use', async () => {
  await change({ act: 'RETIRE' });
  const again = buildDevice(milano, { serialNumber: 'A1' });
  await fleet.load({ devices: [again] });
  expect(await fleet.record(uploadOf([totalAt('20T09:30', 5)]))).toMatchObject({ unknownDevices: 0 });
});

test.each([
  ['a retired machine', 'RETIRE', 'BRING_BACK', 'RETIRED'],
  ['one that works', 'INSTALL', 'BRING_BACK', 'INSTALLED'],
])('what is not possible with %s is refused, and nothing changes', async (_, first, act, lifecycle) => {
  await change({ act: first });
  const events = (await timeline(old.id)).edges.length;
  expect(await change({ act })).toMatchObject({ code: 'LIFECYCLE_ACT_NOT_POSSIBLE', lifecycle });
  expect((await timeline(old.id)).edges).toHaveLength(events);
});

test('of two acts at the same time one happens', async () => {
  const answers = await Promise.all([
    change({ act: 'RETIRE' }),
    change({ act: 'SWAP', successorId: fresh.id }),
    change({ act: 'RETIRE' }),
  ]);
  const names = answers.map(({ __typename }) => __typename).toSorted();
  expect(names).toEqual([
    'ChangeDeviceLifecycleSuccess',
    'LifecycleActNotPossibleError',
    'LifecycleActNotPossibleError',
  ]);
  expect(await fleet.rows('select 1 from fleet.device_event where device_id = $1', [old.id])).toHaveLength(1);
});

test('C50 the same key acts once', async () => {
  const same = { act: 'RETIRE', idempotencyKey: 'retire-once-1' };
  expect(await change(same)).toMatchObject({ device: { lifecycle: 'RETIRED' } });
  expect(await change(same)).toMatchObject({ device: { lifecycle: 'RETIRED' } });
  expect((await timeline(old.id)).edges).toHaveLength(1);
});

test.each([
  ['without a successor', {}],
  ['by itself', { successorId: old.id }],
  ["by another customer's", { successorId: foreign.id }],
  ['by an unknown one', { successorId: '00000000-0000-7000-8000-00000000ffff' }],
  ['by no id', { successorId: 'no id' }],
])('a machine is not swapped %s', async (_, more) => {
  expect(await change({ act: 'SWAP', ...more })).toMatchObject({
    code: 'INVALID_INPUT',
    fields: [{ path: 'successorId' }],
  });
  expect(await listed()).toEqual(['Old']);
});

test.each([
  ['2026-11-21', 'This day lies in the future.'],
  ['2024-11-21', 'At most a year back.'],
])('the day %s is refused', async (on, message) => {
  expect(await change({ act: 'RETIRE', on })).toMatchObject({ fields: [{ path: 'on', message }] });
});

test('counters below the last ones, and unknown ones, are refused with everything else', async () => {
  await fleet.record(uploadOf([totalAt('19T09:00', 1_000)]));
  const counters = [
    { kind: 'total', value: 999 },
    { kind: 'fax_total', value: 1 },
  ];
  expect(await change({ act: 'RETIRE', counters })).toMatchObject({
    fields: [
      { path: 'counters.0.value', message: expect.stringMatching(/^Lower than the last value of 1,000\./) },
      { path: 'counters.1.kind', message: 'This machine has no such counter.' },
    ],
  });
  expect(await listed()).toEqual(['Old']);
});

test('R20 an odd counter at a swap is asked about, and then neither machine has any; confirmed it is taken and flagged', async () => {
  await fleet.record(uploadOf([totalAt('19T09:00', 1_000)]));
  const swap = { act: 'SWAP', successorId: fresh.id };
  const counters = [{ kind: 'total', value: 1_010 }];
  const odd = { kind: 'total', value: 20_000_000 };
  expect(await change({ ...swap, counters, successorCounters: [odd] })).toMatchObject({
    fields: [
      { path: 'successorCounters.0.value', message: expect.stringMatching(/at most 9,999,999\. Confirm it/) },
    ],
  });
  const read = () =>
    fleet.rows(
      `select d.name, m.value::int from fleet.meter m join fleet.device d on d.id = m.device_id order by d.name`,
    );
  expect(await read()).toEqual([{ name: 'Old', value: 1_000 }]);
  expect(await listed()).toEqual(['Old']);
  const sure = { ...odd, confirmed: true };
  expect(await change({ ...swap, counters, successorCounters: [sure] })).toMatchObject({
    device: { lifecycle: 'SWAPPED' },
  });
  expect(await read()).toEqual([
    { name: 'Fresh', value: 20_000_000 },
    { name: 'Old', value: 1_010 },
  ]);
  expect(await fleet.rows('select kind from fleet.meter_exception')).toEqual([{ kind: 'flagged' }]);
  const handed = await fleet.events<{ deviceId: string; flagged: boolean }>(
    'fleet.meter-hand-in.accepted.v1',
  );
  expect(new Map(handed.map(({ deviceId, flagged }) => [deviceId, flagged]))).toEqual(
    new Map([
      [old.id, false],
      [fresh.id, true],
    ]),
  );
});

test.each([
  ['unknown', '00000000-0000-7000-8000-00000000ffff', provider],
  ['malformed', 'no id', provider],
  [
    "another branch's",
    old.id,
    actorOf('staff', ['device:read', 'device:manage'], {
      customerId: null,
      branchId: '00000000-0000-7000-8000-0000000000b2',
    }),
  ],
])('C6 an %s machine is not found', async (_, deviceId, actor) => {
  expect(await change({ deviceId, act: 'RETIRE' }, actor)).toMatchObject({ code: 'DEVICE_NOT_FOUND' });
  expect(await listed()).toEqual(['Old']);
});

test("a machine's life is not its customer's to decide", async () => {
  const input = { idempotencyKey: 'not-mine-1', deviceId: old.id, act: 'RETIRE', reason: 'OTHER' };
  const answer = await fleet.ask(actors.administrator, CHANGE, { input });
  expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHORIZED');
  expect(await listed()).toEqual(['Old']);
});

test('the timeline is read by pages, newest first, each entry once', async () => {
  for (const act of ['SEND_TO_REPAIR', 'BRING_BACK', 'SEND_TO_REPAIR', 'BRING_BACK', 'RETIRE'])
    await change({ act });
  const seen: string[] = [];
  let after: string | undefined;
  for (let more = true; more; ) {
    const page = await timeline(old.id, { first: 2, after });
    seen.push(...page.edges.map(({ node }) => node.kind));
    after = page.edges.at(-1)?.cursor;
    more = page.pageInfo.hasNextPage;
  }
  expect(seen).toEqual(['retired', 'repaired', 'sent-to-repair', 'repaired', 'sent-to-repair']);
});

test('C6 a foreign timeline does not exist', async () => {
  const { device } = await fleet.data<{ device: null }>(
    actors['administrator of another customer'],
    TIMELINE,
    { id: old.id },
  );
  expect(device).toBeNull();
});
