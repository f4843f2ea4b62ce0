import { actorOf, actors, bianchi, memberId } from '../../test/actors';
import { buildDevice, buildMember, buildSite } from '../../test/factories';
import { useFleet } from '../../test/use-fleet';

const fleet = useFleet();

const UPDATE = `mutation ($input: UpdateDevicePlaceInput!) { updateDevicePlace(input: $input) { __typename
  ... on UpdateDevicePlaceSuccess { device { name floor room site { id } viewerCanUpdate } }
  ... on InvalidInputError { fields { path message } }
  ... on UserError { code message } } }`;

const milano = buildSite();
const torino = buildSite({ name: 'Torino' });
const elsewhere = buildSite({ customerId: bianchi });
const device = buildDevice(milano, { name: 'Old name', floor: '1', room: '101', department: 'Sales' });
const foreign = buildDevice(elsewhere);

beforeEach(async () => {
  await fleet.load({
    sites: [milano, torino, elsewhere],
    devices: [device, foreign],
    users: [buildMember([])],
  });
  await fleet.forgetEvents();
});

let keys = 0;
const input = (changes: Record<string, unknown> = {}) => ({
  idempotencyKey: `place-change-${keys++}`,
  deviceId: device.id,
  ...changes,
});
const update = async (
  changes: Record<string, unknown>,
  actor: Parameters<typeof fleet.data>[0] = actors.administrator,
) =>
  (await fleet.data<{ updateDevicePlace: Record<string, unknown> }>(actor, UPDATE, { input: changes }))
    .updateDevicePlace;
const stored = async () =>
  (
    await fleet.rows('select name, floor, room, site_id, version from fleet.device where id = $1', [
      device.id,
    ])
  )[0];
const untouched = { name: 'Old name', floor: '1', room: '101', site_id: milano.id, version: 1 };
const told = () => fleet.events<Record<string, unknown>>('fleet.device.changed.v1');

test('R20 an administrator renames and moves a machine, and the other services hear of it', async () => {
  expect(await update(input({ name: 'New name', siteId: torino.id, floor: '2', room: null }))).toEqual({
    __typename: 'UpdateDevicePlaceSuccess',
    device: { name: 'New name', floor: '2', room: null, site: { id: torino.id }, viewerCanUpdate: true },
  });
  expect(await stored()).toEqual({
    name: 'New name',
    floor: '2',
    room: null,
    site_id: torino.id,
    version: 2,
  });
  expect(await told()).toMatchObject([
    {
      deviceId: device.id,
      version: 2,
      name: 'New name',
      place: '2, Sales',
      site: { siteId: torino.id, name: 'Torino' },
    },
  ]);
});

test('what is left out stays', async () => {
  await update(input({ name: null, siteId: null, room: '7' }));
  expect(await stored()).toEqual({ ...untouched, room: '7', version: 2 });
});

test('C50 the same key changes once, with another input it is a conflict', async () => {
  const first = input({ floor: '9' });
  await update(first);
  expect(await update(first)).toMatchObject({ __typename: 'UpdateDevicePlaceSuccess' });
  expect(await update({ ...first, floor: '10' })).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
  expect(await stored()).toMatchObject({ floor: '9', version: 2 });
  expect(await told()).toHaveLength(1);
});

test('T10 changes in parallel each count once', async () => {
  const same = input({ floor: '3' });
  await Promise.all(Array.from({ length: 20 }, () => update(same)));
  await Promise.all(Array.from({ length: 20 }, (_, index) => update(input({ room: String(index) }))));
  expect(await stored()).toMatchObject({ floor: '3', version: 22 });
});

test.each([
  ['unknown', '00000000-0000-7000-8000-00000000ffff'],
  ["another customer's", foreign.id],
  ['malformed', 'no id'],
])('C6 an %s machine is not found, all alike', async (_, deviceId) => {
  expect(await update(input({ deviceId, name: 'Mine' }))).toEqual({
    __typename: 'DeviceNotFoundError',
    code: 'DEVICE_NOT_FOUND',
    message: 'This machine does not exist, or you cannot see it.',
  });
  expect(await fleet.rows('select 1 from fleet.device where version > 1')).toEqual([]);
  expect(await told()).toEqual([]);
});

test.each([
  ['unknown', '00000000-0000-7000-8000-00000000ffff'],
  ["another customer's", elsewhere.id],
  ['malformed', 'no id'],
])('an %s location is not found, and nothing changes', async (_, siteId) => {
  expect(await update(input({ siteId, name: 'Moved' }))).toMatchObject({ code: 'SITE_NOT_FOUND' });
  expect(await stored()).toEqual(untouched);
  expect(await told()).toEqual([]);
});

test("bad texts are told by field, in the actor's language", async () => {
  const italian = { ...actors.administrator, locale: 'it' as const };
  expect(await update(input({ name: ' ', floor: 'x'.repeat(61) }), italian)).toEqual({
    __typename: 'InvalidInputError',
    code: 'INVALID_INPUT',
    message: 'Alcuni dati non possono essere accettati.',
    fields: [
      { path: 'name', message: 'Una macchina ha bisogno di un nome da 1 a 120 caratteri.' },
      { path: 'floor', message: 'Al massimo 60 caratteri.' },
    ],
  });
  expect(await stored()).toEqual(untouched);
});

test('R30 who manages equipment but sees only some machines changes only those', async () => {
  const manager = actorOf('user', ['device:read', 'equipment:manage'], { id: memberId });
  expect(await update(input({ name: 'Mine' }), manager)).toMatchObject({ code: 'DEVICE_NOT_FOUND' });
  await fleet.load({ users: [buildMember([device.id])] });
  expect(await update(input({ name: 'Mine' }), manager)).toMatchObject({
    __typename: 'UpdateDevicePlaceSuccess',
  });
});

test('without the right nothing runs', async () => {
  const answer = await fleet.ask(actors.member, UPDATE, { input: input({ name: 'Mine' }) });
  expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHORIZED');
  expect(await stored()).toEqual(untouched);
});
