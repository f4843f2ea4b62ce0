import { actorOf, actors, bianchi, memberId, rossi } from '../../test/actors';
import { listsOf } from '../../test/device-list';
import { buildDevice, buildMember, buildSite } from '../../test/factories';
import { groupsOf } from '../../test/groups';
import { useFleet } from '../../test/use-fleet';

const fleet = useFleet();
const { fill, giveTo, giveDevices, giveGroups, group, remove } = groupsOf(fleet);
const { names } = listsOf(fleet);

const milano = buildSite();
const elsewhere = buildSite({ customerId: bianchi });
const [one, two] = ['One', 'Two'].map((name) => buildDevice(milano, { name })) as [
  ReturnType<typeof buildDevice>,
  ReturnType<typeof buildDevice>,
];
const foreign = buildDevice(elsewhere, { name: "Bianchi's" });
const unknown = '00000000-0000-7000-8000-00000000ffff';
const other = '00000000-0000-7000-8000-000000000a02';
const usersOnly = actorOf('user', ['device:read', 'device:all', 'user:manage'], { id: other });

beforeEach(async () => {
  await fleet.load({
    sites: [milano, elsewhere],
    devices: [one, two, foreign],
    users: [buildMember([]), buildMember([], { id: other, email: 'other@rossi.example' })],
  });
  await fleet.forgetEvents();
  fleet.app().access.forget();
});

interface Told {
  readonly changedBy: string | null;
  readonly changes: { userId: string; added: number; removed: number }[];
}
const told = async () =>
  (await fleet.events<Told>('fleet.visibility.changed.v1')).map(({ changes }) => changes);
const audited = () =>
  fleet.events<{ action: string; target: unknown; facts: Record<string, unknown> }>(
    'platform.audit-entry.recorded.v1',
  );
const seenByPort = async () => {
  const scope = await fleet.app().access.scopeOf(actors.member);
  return scope.all ? 'all' : [...scope.deviceIds].sort();
};

describe('giving machines (R19)', () => {
  test.each([
    ['equipment:manage', actors.administrator],
    ['user:manage', usersOnly],
  ])('T6 with %s: seen at the next request, and gone at the next one', async (_right, actor) => {
    expect(await names(actors.member)).toEqual([]);
    expect(await seenByPort()).toEqual([]);
    expect(await giveDevices({ userId: memberId, add: [one.id, two.id] }, actor)).toEqual({
      __typename: 'ChangeAssignmentsSuccess',
      added: 2,
      removed: 0,
    });
    expect(await names(actors.member)).toEqual(['One', 'Two']);
    expect(await seenByPort()).toEqual([one.id, two.id].sort());
    expect(await giveDevices({ userId: memberId, remove: [one.id] }, actor)).toMatchObject({ removed: 1 });
    expect(await names(actors.member)).toEqual(['Two']);
    expect(await seenByPort()).toEqual([two.id]);
    expect(await told()).toEqual([
      [{ userId: memberId, added: 2, removed: 0 }],
      [{ userId: memberId, added: 0, removed: 1 }],
    ]);
    expect(await audited()).toMatchObject([
      {
        action: 'devices.assigned',
        target: { kind: 'user', id: memberId },
        facts: { what: 'devices', added: 2, addedIds: [one.id, two.id].sort() },
      },
      { action: 'devices.assigned', facts: { removed: 1, removedIds: [one.id] } },
    ]);
  });

  test('a second time changes, tells and logs nothing', async () => {
    await giveDevices({ userId: memberId, add: [one.id] });
    await fleet.forgetEvents();
    expect(await giveDevices({ userId: memberId, add: [one.id], remove: [two.id] })).toMatchObject({
      added: 0,
      removed: 0,
    });
    expect([await told(), await audited()]).toEqual([[], []]);
  });

  test('T10 twenty at once assign once and tell once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => giveDevices({ userId: memberId, add: [one.id, two.id] })),
    );
    expect(answers.reduce((sum, answer) => sum + (answer.added as number), 0)).toBe(2);
    expect(await told()).toEqual([[{ userId: memberId, added: 2, removed: 0 }]]);
  });

  test('C6 a foreign, an unknown and a malformed machine are not found alike, and nothing is given', async () => {
    for (const id of [foreign.id, unknown, 'no id'])
      expect(await giveDevices({ userId: memberId, add: [one.id, id] })).toEqual({
        __typename: 'DeviceNotFoundError',
        code: 'DEVICE_NOT_FOUND',
        message: 'This machine does not exist, or you cannot see it.',
      });
    expect(await names(actors.member)).toEqual([]);
    expect([await told(), await audited()]).toEqual([[], []]);
  });

  test('R33 the person of another organisation gets nothing by being named', async () => {
    const stranger = { ...actors.member, customerId: bianchi };
    await giveDevices({ userId: memberId, add: [one.id] });
    await group('Floor', [one.id], [memberId]);
    expect(await names(stranger)).toEqual([]);
    expect(await fleet.app().access.scopeOf(stranger)).toEqual({ all: false, deviceIds: [] });
    expect(await fleet.rows('select distinct customer_id from fleet.device_user')).toEqual([
      { customer_id: rossi },
    ]);
  });

  test('what is no id is no person, told at the field', async () => {
    expect(await giveDevices({ userId: 'x'.repeat(1_000_000), add: [one.id] })).toMatchObject({
      fields: [{ path: 'userId', message: 'This is no person of your organisation.' }],
    });
    const groupId = await group('Floor');
    expect(await giveTo({ groupId, add: ['no id'] })).toMatchObject({ fields: [{ path: 'add' }] });
  });
});

describe('giving groups (R22, S2)', () => {
  test('T6 a person sees the machines of his groups, as they are at each moment', async () => {
    const groupId = await group('Floor', [one.id]);
    expect(await giveGroups({ userId: memberId, add: [groupId] })).toMatchObject({ added: 1 });
    expect(await names(actors.member)).toEqual(['One']);
    await fill({ groupId, add: [two.id], remove: [one.id] });
    expect(await names(actors.member)).toEqual(['Two']);
    expect(await seenByPort()).toEqual([two.id]);
    await giveTo({ groupId, remove: [memberId] });
    expect(await names(actors.member)).toEqual([]);
    expect(await told()).toEqual([
      [{ userId: memberId, added: 1, removed: 0 }],
      [{ userId: memberId, added: 1, removed: 1 }],
      [{ userId: memberId, added: 0, removed: 1 }],
    ]);
  });

  test('a machine seen in two ways is told once when it comes, and again when the last way goes', async () => {
    const groupId = await group('Floor', [one.id], [memberId]);
    const second = await group('Wing', [one.id], [memberId]);
    await giveDevices({ userId: memberId, add: [one.id] });
    await giveGroups({ userId: memberId, remove: [groupId] });
    await remove({ groupId: second });
    expect(await names(actors.member)).toEqual(['One']);
    await giveDevices({ userId: memberId, remove: [one.id] });
    expect(await told()).toEqual([
      [{ userId: memberId, added: 1, removed: 0 }],
      [{ userId: memberId, added: 0, removed: 1 }],
    ]);
  });

  test('a deleted group takes its machines along, and everybody concerned is told', async () => {
    const groupId = await group('Floor', [one.id, two.id], [memberId, other]);
    await fleet.forgetEvents();
    await remove({ groupId });
    expect(await told()).toEqual([
      [
        { userId: memberId, added: 0, removed: 2 },
        { userId: other, added: 0, removed: 2 },
      ],
    ]);
  });

  test('more people than one event carries are told by several', async () => {
    const people = Array.from(
      { length: 300 },
      (_, at) => `00000000-0000-7000-9000-${String(at).padStart(12, '0')}`,
    );
    await fleet.load({ users: people.map((id) => buildMember([], { id, email: `${id}@rossi.example` })) });
    const groupId = await group('Floor');
    await giveTo({ groupId, add: people.slice(0, 250) });
    await giveTo({ groupId, add: people.slice(250) });
    await fill({ groupId, add: [one.id] });
    expect((await told()).map((changes) => changes.length)).toEqual([250, 50]);
  });

  test('who may not assign is refused', async () => {
    for (const field of ['changeUserDevices', 'changeUserGroups', 'changeGroupUsers']) {
      const document = `mutation ($input: ${field[0]?.toUpperCase()}${field.slice(1)}Input!) { ${field}(input: $input) { __typename } }`;
      const input = field === 'changeGroupUsers' ? { groupId: unknown } : { userId: memberId };
      for (const actor of [actors.member, actors.staff]) {
        const answer = await fleet.ask(actor, document, { input });
        expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHORIZED');
      }
    }
  });

  test('C5 who sees only some machines gives himself nothing, and others only what he sees', async () => {
    const manager = actorOf('user', ['device:read', 'user:manage'], { id: memberId });
    const groupId = await group('Floor', [one.id], [memberId]);
    const hidden = await group('Hidden', [two.id]);
    for (const answer of [
      await giveDevices({ userId: memberId, add: [one.id] }, manager),
      await giveGroups({ userId: memberId.toUpperCase(), add: [groupId] }, manager),
      await giveTo({ groupId, add: [memberId] }, manager),
    ])
      expect(answer).toMatchObject({ code: 'OWN_ASSIGNMENT' });
    expect(await giveGroups({ userId: other, add: [hidden] }, manager)).toMatchObject({
      code: 'DEVICE_GROUP_NOT_FOUND',
    });
    expect(await giveDevices({ userId: other, add: [two.id] }, manager)).toMatchObject({
      code: 'DEVICE_NOT_FOUND',
    });
    expect(await giveGroups({ userId: other, add: [groupId] }, manager)).toMatchObject({ added: 1 });
  });
});
