import { actorOf, actors, bianchi, memberId } from '../../test/actors';
import { listsOf } from '../../test/device-list';
import { buildDevice, buildMember, buildSite } from '../../test/factories';
import { groupsOf } from '../../test/groups';
import { useFleet } from '../../test/use-fleet';

const fleet = useFleet();
const { create, rename, remove, fill, giveTo, group, named } = groupsOf(fleet);
const { names } = listsOf(fleet);

const milano = buildSite();
const elsewhere = buildSite({ customerId: bianchi });
const [one, two] = ['One', 'Two'].map((name) => buildDevice(milano, { name })) as [
  ReturnType<typeof buildDevice>,
  ReturnType<typeof buildDevice>,
];
const foreign = buildDevice(elsewhere);
const unknown = '00000000-0000-7000-8000-00000000ffff';
const bianchis = actors['administrator of another customer'];

beforeEach(() =>
  fleet.load({ sites: [milano, elsewhere], devices: [one, two, foreign], users: [buildMember([])] }),
);

const stored = () => fleet.rows('select name, customer_id from fleet.device_group order by name');
const told = () => fleet.events<Record<string, unknown>>('fleet.visibility.changed.v1');
const audited = async () =>
  (await fleet.events<{ action: string }>('platform.audit-entry.recorded.v1')).map(({ action }) => action);

describe('making groups (R21)', () => {
  test('an administrator makes a group, and the log keeps it', async () => {
    expect(await create(named('  Ground floor '))).toEqual({
      __typename: 'CreateDeviceGroupSuccess',
      group: {
        id: expect.any(String),
        name: 'Ground floor',
        deviceCount: 0,
        userCount: 0,
        viewerCanUpdate: true,
      },
    });
    expect(await audited()).toEqual(['group.changed']);
  });

  test('C50 the same key makes one group, in parallel too', async () => {
    const input = named('Ground floor');
    const answers = await Promise.all(Array.from({ length: 20 }, () => create(input)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.group))).size).toBe(1);
    expect(await stored()).toHaveLength(1);
    expect(await create({ ...input, name: 'Other' })).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
  });

  test('no two groups of an organisation have one name, whatever its case; another organisation may', async () => {
    const id = await group('Ground floor');
    expect(await create(named('GROUND FLOOR'))).toMatchObject({
      __typename: 'InvalidInputError',
      fields: [{ path: 'name', message: 'Another group already has this name.' }],
    });
    expect((await create(named('Ground floor'), bianchis)).__typename).toBe('CreateDeviceGroupSuccess');
    const other = await group('First floor');
    expect(await rename({ groupId: other, name: 'ground floor' })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await rename({ groupId: id, name: 'GROUND FLOOR' })).toMatchObject({
      group: { name: 'GROUND FLOOR' },
    });
  });

  test('twenty at once that take one name: one gets it, the others are told', async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, (_, at) => group(`Group ${at}`)));
    const answers = await Promise.all([
      ...ids.map((groupId) => rename({ groupId, name: 'Cellar' })),
      ...ids.map(() => create(named('cellar'))),
    ]);
    const kinds = answers.map((answer) => answer.__typename).sort();
    expect(kinds.filter((kind) => kind.endsWith('Success'))).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'InvalidInputError')).toHaveLength(19);
  });

  test.each([
    ['nothing', ' '],
    ['a megabyte', 'x'.repeat(1_000_000)],
    ['81 characters', 'x'.repeat(81)],
    ['a NUL', 'a\0b'],
    ['a line break', 'a\r\nb'],
    ['turned writing', 'a\u202eb'],
  ])('a name of %s is refused at its field, and nothing is made', async (_, name) => {
    expect(await create(named(name))).toMatchObject({
      fields: [{ path: 'name', message: 'A group needs a name of 1 to 80 characters.' }],
    });
    expect(await stored()).toEqual([]);
    expect(await audited()).toEqual([]);
  });

  test('an emoji is a fine name', async () => {
    expect(await create(named('🖨️ Étage 2'))).toMatchObject({ group: { name: '🖨️ Étage 2' } });
  });

  test("an error speaks the actor's language", async () => {
    const dutch = { ...actors.administrator, locale: 'nl' as const };
    expect(await create(named(''), dutch)).toMatchObject({
      fields: [{ message: 'Een groep heeft een naam van 1 tot 80 tekens nodig.' }],
    });
  });
});

describe('filling groups (R37)', () => {
  test('machines come and go, each counted once', async () => {
    const groupId = await group('Floor');
    expect(await fill({ groupId, add: [one.id, one.id.toUpperCase(), two.id] })).toMatchObject({
      group: { deviceCount: 2 },
      added: 2,
      removed: 0,
    });
    expect(await fill({ groupId, add: [one.id], remove: [two.id, unknown, 'no id'] })).toMatchObject({
      group: { deviceCount: 1 },
      added: 0,
      removed: 1,
    });
    expect(await names(actors.administrator, { filter: { groupId } })).toEqual(['One']);
    expect(await names(actors.administrator, { filter: { groupId: unknown } })).toEqual([]);
    expect(await names(actors.administrator, { filter: { groupId: 'no id' } })).toEqual([]);
  });

  test('C6 a foreign, an unknown and a malformed machine are not found alike, and none is put in', async () => {
    const groupId = await group('Floor');
    const answers = [];
    for (const id of [foreign.id, unknown, "' or true --"])
      answers.push(await fill({ groupId, add: [one.id, id] }));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([
        JSON.stringify({
          __typename: 'DeviceNotFoundError',
          code: 'DEVICE_NOT_FOUND',
          message: 'This machine does not exist, or you cannot see it.',
        }),
      ]),
    );
    expect(await fleet.rows('select from fleet.device_group_device')).toEqual([]);
  });

  test('250 ids at once and no more', async () => {
    const groupId = await group('Floor');
    const ids = Array.from(
      { length: 251 },
      (_, at) => `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`,
    );
    expect(await fill({ groupId, remove: ids.slice(1) })).toMatchObject({ removed: 0 });
    expect(await fill({ groupId, remove: ids })).toMatchObject({
      fields: [{ path: 'add', message: 'At most 250 at once.' }],
    });
  });

  test('twenty at once that put in the same machine: one did', async () => {
    const groupId = await group('Floor');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        fill({ groupId, add: at % 2 ? [one.id, two.id] : [two.id, one.id] }),
      ),
    );
    expect(answers.reduce((sum, answer) => sum + (answer.added as number), 0)).toBe(2);
  });
});

describe('R33, C6 a group of somebody else', () => {
  const notFound = {
    __typename: 'DeviceGroupNotFoundError',
    code: 'DEVICE_GROUP_NOT_FOUND',
    message: 'This group does not exist, or you cannot see it.',
  };

  test('is not found, as one that does not exist, and stays as it was', async () => {
    const groupId = await group('Floor', [one.id], [memberId]);
    await fleet.forgetEvents();
    for (const id of [groupId, unknown, 'no id']) {
      expect(await rename({ groupId: id, name: 'Mine' }, bianchis)).toEqual(notFound);
      expect(await remove({ groupId: id }, bianchis)).toEqual(notFound);
      expect(await fill({ groupId: id, add: [foreign.id], remove: [one.id] }, bianchis)).toEqual(notFound);
      expect(await giveTo({ groupId: id, add: [memberId] }, bianchis)).toEqual(notFound);
      const { deviceGroup, deviceGroupUsers } = await fleet.data<Record<string, unknown>>(
        bianchis,
        `query ($id: ID!) { deviceGroup(id: $id) { name } deviceGroupUsers(groupId: $id) { edges { cursor } } }`,
        { id },
      );
      expect([deviceGroup, deviceGroupUsers]).toEqual([null, { edges: [] }]);
      expect(await names(bianchis, { filter: { groupId: id } })).toEqual([]);
    }
    expect(await stored()).toMatchObject([{ name: 'Floor' }]);
    expect(
      await fleet.rows(
        'select user_id, device_id from fleet.device_group_user join fleet.device_group_device using (group_id)',
      ),
    ).toEqual([{ user_id: memberId, device_id: one.id }]);
    expect([await told(), await audited()]).toEqual([[], []]);
  });

  test('is deleted with its assignments and not with its machines', async () => {
    const groupId = await group('Floor', [one.id], [memberId]);
    expect(await remove({ groupId })).toEqual({ __typename: 'DeleteDeviceGroupSuccess', groupId });
    expect(await remove({ groupId })).toEqual(notFound);
    expect(await names(actors.administrator)).toEqual(['One', 'Two']);
    expect(await names(actors.member)).toEqual([]);
  });
});

describe('without the right', () => {
  const calls: [string, Record<string, unknown>][] = [
    ['createDeviceGroup', named('Mine')],
    ['renameDeviceGroup', { groupId: unknown, name: 'Mine' }],
    ['deleteDeviceGroup', { groupId: unknown }],
    ['changeGroupDevices', { groupId: unknown }],
  ];
  test.each(calls)('nobody runs %s', async (field, input) => {
    const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input!`;
    const document = `mutation ($input: ${type}) { ${field}(input: $input) { __typename } }`;
    const usersOnly = actorOf('user', ['device:read', 'device:all', 'user:manage']);
    for (const actor of [actors.member, usersOnly, actors.staff, actors['staff without rights']]) {
      const { errors } = await fleet.ask(actor, document, { input });
      expect(errors?.[0]?.extensions.code).toBe('UNAUTHORIZED');
    }
    const viewed = { ...actors.administrator, viewedBy: memberId };
    expect((await fleet.ask(viewed, document, { input })).errors?.[0]?.extensions.code).toBe('VIEW_ONLY');
    expect(await stored()).toEqual([]);
  });
});

describe('who manages equipment but sees only some machines', () => {
  const manager = actorOf('user', ['device:read', 'equipment:manage'], { id: memberId });

  test('C5 manages the groups given to him, with machines that he sees, and raises nothing of his own', async () => {
    const hidden = await group('Hidden', [two.id]);
    expect(await rename({ groupId: hidden, name: 'Mine' }, manager)).toMatchObject({
      code: 'DEVICE_GROUP_NOT_FOUND',
    });
    await fleet.load({ users: [buildMember([one.id])] });
    const { group: own } = (await create(named('Own'), manager)) as unknown as { group: { id: string } };
    expect(await fill({ groupId: own.id, add: [two.id] }, manager)).toMatchObject({
      code: 'DEVICE_NOT_FOUND',
    });
    expect(await fill({ groupId: own.id, add: [one.id] }, manager)).toMatchObject({ added: 1 });
    expect(await names(manager)).toEqual(['One']);
  });
});
