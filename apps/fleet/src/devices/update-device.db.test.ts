import { actorOf, actors, bianchi, memberId } from '../../test/actors';
import { buildDevice, buildMember, buildSite } from '../../test/factories';
import { pollAt, uploadOf } from '../../test/polls';
import { useFleet } from '../../test/use-fleet';

const fleet = useFleet();
const ANSWER = `__typename
  ... on ChangeDeviceSuccess { device { name floor room costCentre contractNumber monitored version viewerCanUpdate } }
  ... on DeviceChangedMeanwhileError { device { name floor version } }
  ... on InvalidInputError { fields { path message } }
  ... on UserError { code message }`;
const UPDATE = `mutation ($input: UpdateDeviceInput!) { updateDevice(input: $input) { ${ANSWER} } }`;
const MONITOR = `mutation ($input: SetDeviceMonitoredInput!) { setDeviceMonitored(input: $input) { ${ANSWER} } }`;

const milano = buildSite();
const elsewhere = buildSite({ customerId: bianchi });
const device = buildDevice(milano, { name: 'Old name', floor: '1', room: '101', department: 'Sales' });
const foreign = buildDevice(elsewhere);
const provider = actorOf('staff', ['device:read', 'device:manage'], { customerId: null });

beforeEach(async () => {
  await fleet.load({
    sites: [milano, elsewhere],
    devices: [device, foreign],
    users: [buildMember([])],
  });
  await fleet.forgetEvents();
});

let keys = 0;
const input = (changes: Record<string, unknown> = {}) => ({
  idempotencyKey: `device-change-${keys++}`,
  deviceId: device.id,
  ...changes,
});
type Actor = Parameters<typeof fleet.data>[0];
const update = async (changes: Record<string, unknown> = {}, actor: Actor = actors.administrator) =>
  (await fleet.data<{ updateDevice: Record<string, unknown> }>(actor, UPDATE, { input: changes }))
    .updateDevice;
const stored = async () =>
  (
    await fleet.rows('select name, floor, room, department, version from fleet.device where id = $1', [
      device.id,
    ])
  )[0];
const untouched = { name: 'Old name', floor: '1', room: '101', department: 'Sales', version: 1 };
const told = () => fleet.events<Record<string, unknown>>('fleet.device.changed.v1');
const timeline = () =>
  fleet.rows('select kind, actor_kind, facts from fleet.device_event where device_id = $1 order by id', [
    device.id,
  ]);

test('R20 an administrator changes facts of a machine, and the other services hear of it', async () => {
  expect(await update(input({ name: 'New name', floor: '2', room: null, costCentre: ' 4711 ' }))).toEqual({
    __typename: 'ChangeDeviceSuccess',
    device: {
      name: 'New name',
      floor: '2',
      room: null,
      costCentre: '4711',
      contractNumber: null,
      monitored: true,
      version: 2,
      viewerCanUpdate: true,
    },
  });
  expect(await told()).toMatchObject([
    { deviceId: device.id, version: 2, name: 'New name', place: '2, Sales' },
  ]);
  expect(await timeline()).toEqual([
    { kind: 'changed', actor_kind: 'user', facts: { fields: 'name floor room costCentre' } },
  ]);
  expect(await fleet.events('platform.audit-entry.recorded.v1')).toMatchObject([
    {
      action: 'device.changed',
      target: { kind: 'device', id: device.id },
      facts: { fields: ['name', 'floor', 'room', 'costCentre'] },
    },
  ]);
});

test('what is left out stays, and nothing new is no change', async () => {
  await update(input({ room: '7' }));
  expect(await stored()).toEqual({ ...untouched, room: '7', version: 2 });
  await fleet.forgetEvents();
  expect(await update(input({ name: 'Old name', room: ' 7 ' }))).toMatchObject({ device: { version: 2 } });
  expect(await told()).toEqual([]);
});

test('who saw an older version overwrites nothing, and is shown what it is now', async () => {
  await update(input({ floor: '9', expectedVersion: 1 }));
  expect(await update(input({ floor: '10', expectedVersion: 1 }))).toMatchObject({
    __typename: 'DeviceChangedMeanwhileError',
    code: 'DEVICE_CHANGED_MEANWHILE',
    device: { floor: '9', version: 2 },
  });
  expect(await stored()).toMatchObject({ floor: '9', version: 2 });
});

test('of twenty that saw the same version one changes it', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) => update(input({ room: `R${index}`, expectedVersion: 1 }))),
  );
  const names = answers.map((answer) => answer.__typename);
  expect(names.filter((name) => name === 'ChangeDeviceSuccess')).toHaveLength(1);
  expect(names.filter((name) => name === 'DeviceChangedMeanwhileError')).toHaveLength(19);
});

test('C50 the same key changes once, with another input it is a conflict', async () => {
  const first = input({ floor: '9' });
  await update(first);
  expect(await update(first)).toMatchObject({ __typename: 'ChangeDeviceSuccess' });
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

test("the contract is the provider's to name", async () => {
  expect(await update(input({ contractNumber: 'C-2026-7' }))).toMatchObject({
    fields: [{ path: 'contractNumber', message: 'Only your provider can change this.' }],
  });
  expect(await update(input({ contractNumber: 'C-2026-7' }), provider)).toMatchObject({
    device: { contractNumber: 'C-2026-7' },
  });
});

test('R30 who manages equipment but sees only some machines changes only those', async () => {
  const manager = actorOf('user', ['device:read', 'equipment:manage'], { id: memberId });
  expect(await update(input({ name: 'Mine' }), manager)).toMatchObject({ code: 'DEVICE_NOT_FOUND' });
  await fleet.load({ users: [buildMember([device.id])] });
  expect(await update(input({ name: 'Mine' }), manager)).toMatchObject({ __typename: 'ChangeDeviceSuccess' });
});

test('without the right nothing runs', async () => {
  const answer = await fleet.ask(actors.member, UPDATE, { input: input({ name: 'Mine' }) });
  expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHORIZED');
  expect(await stored()).toEqual(untouched);
});

describe('R39 watching a machine', () => {
  const monitor = async (monitored: boolean) =>
    (
      await fleet.data<{ setDeviceMonitored: Record<string, unknown> }>(provider, MONITOR, {
        input: input({ monitored }),
      })
    ).setDeviceMonitored;
  const levels = () => fleet.events<{ levelPercent: number }>('fleet.supply-level.changed.v1');

  test('is exactly one of both; once it is watched its levels are told', async () => {
    expect(await monitor(false)).toMatchObject({ device: { monitored: false } });
    await fleet.record(
      uploadOf([
        {
          ...pollAt('20T09:30', { supplies: [{ slot: '1', percent: 3 }] }),
          serialNumber: device.serialNumber,
        },
      ]),
    );
    expect(await levels()).toEqual([]);
    expect(await monitor(true)).toMatchObject({ device: { monitored: true } });
    expect(await levels()).toMatchObject([{ deviceId: device.id, levelPercent: 3 }]);
    expect(await timeline()).toMatchObject([{ kind: 'not-monitored' }, { kind: 'monitored' }]);
  });

  test('saying so twice is said once', async () => {
    await monitor(true);
    expect([await timeline(), await told()]).toEqual([[], []]);
  });

  test('is not the customer’s to decide', async () => {
    const answer = await fleet.ask(actors.administrator, MONITOR, { input: input({ monitored: false }) });
    expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHORIZED');
  });
});
