import { system } from '@platen/platform';
import { actorOf, actors, bianchi, memberId } from '../../test/actors';
import { buildDevice, buildMember, buildSite } from '../../test/factories';
import { totalAt, uploadOf } from '../../test/polls';
import { useFleet } from '../../test/use-fleet';
import { forgetToldPerson } from './forget-told-person';
import { carryOutPlanned, orderDueMoves } from './planned-moves';

const fleet = useFleet();

const ANSWER = `__typename
  ... on MoveDeviceSuccess { device { site { name } floor room contractNumber version plannedMove { on floor site { name } } } }
  ... on InvalidInputError { fields { path message } }
  ... on UserError { code message }`;
const MOVE = `mutation ($input: MoveDeviceInput!) { moveDevice(input: $input) { ${ANSWER} } }`;
const CANCEL = `mutation ($input: CancelDeviceMoveInput!) { cancelDeviceMove(input: $input) { ${ANSWER} } }`;
const PREVIEW = `query ($deviceId: ID!, $siteId: ID!) { movePreview(deviceId: $deviceId, siteId: $siteId) {
  site { name } today contractNumber contactName contactEmail people { userId } } }`;

const milano = buildSite();
const torino = buildSite({
  name: 'Torino',
  deliveryContact: { name: 'Ugo Blu', email: 'ugo@rossi.example' },
});
const elsewhere = buildSite({ customerId: bianchi, name: "Bianchi's" });
const device = buildDevice(milano, { name: 'Press', serialNumber: 'A1', floor: '1', contractNumber: 'C-1' });
const foreign = buildDevice(elsewhere);
const provider = actorOf('staff', ['device:read', 'device:manage'], { customerId: null });

beforeEach(async () => {
  await fleet
    .admin()
    .query(`update fleet.known_branch set settings = settings || '{"timeZone": "Europe/Rome"}'`);
  await fleet.load({
    sites: [milano, torino, elsewhere],
    devices: [device, foreign],
    users: [buildMember([device.id])],
  });
  await fleet.forgetEvents();
});

let keys = 0;
type Answer = Record<string, unknown>;
type Actor = Parameters<typeof fleet.data>[0];
const move = async (asked: Record<string, unknown> = {}, actor: Actor = actors.administrator) =>
  (
    await fleet.data<{ moveDevice: Answer }>(actor, MOVE, {
      input: { idempotencyKey: `device-move-${keys++}`, deviceId: device.id, siteId: torino.id, ...asked },
    })
  ).moveDevice;
const stand = async () =>
  (
    await fleet.rows<{ site_id: string; floor: string | null }>(
      'select site_id, floor from fleet.device where id = $1',
      [device.id],
    )
  )[0];
const untouched = { site_id: milano.id, floor: '1' };
const moved = () => fleet.events<Answer>('fleet.device.moved.v1');
const timeline = () =>
  fleet.rows<{ kind: string; actor_kind: string; facts: Answer }>(
    'select kind, actor_kind, facts from fleet.device_event where device_id = $1 order by happened_at, id',
    [device.id],
  );

test('R20 a machine moves: the contract follows, address and contact are those of the new site, people are told', async () => {
  await fleet.record(uploadOf([totalAt('19T09:00', 1_000)]));
  await fleet.forgetEvents();
  expect(
    await move({
      floor: ' 3 ',
      counters: [{ kind: 'total', value: 1_010 }],
      tellUserIds: [memberId],
      tellSiteContact: true,
    }),
  ).toEqual({
    __typename: 'MoveDeviceSuccess',
    device: {
      site: { name: 'Torino' },
      floor: '3',
      room: null,
      contractNumber: 'C-1',
      version: 2,
      plannedMove: null,
    },
  });
  expect(await moved()).toMatchObject([
    {
      deviceId: device.id,
      name: 'Press',
      from: { siteId: milano.id, floor: '1' },
      to: { siteId: torino.id, name: 'Torino', floor: '3' },
      movedOn: '2026-11-20',
      movedBy: memberId,
      userIds: [memberId],
      siteContact: { name: 'Ugo Blu', email: 'ugo@rossi.example' },
    },
  ]);
  expect(await fleet.events<Answer>('fleet.device.changed.v1')).toMatchObject([
    { site: { siteId: torino.id }, deliveryContact: { email: 'ugo@rossi.example' } },
  ]);
  expect(await timeline()).toEqual([
    {
      kind: 'moved',
      actor_kind: 'user',
      facts: {
        fromSiteId: milano.id,
        toSiteId: torino.id,
        floor: '3',
        total: 1_010,
        countersAt: '2026-11-20T10:00:00.000Z',
      },
    },
  ]);
  expect(await fleet.events<Answer>('platform.audit-entry.recorded.v1')).toMatchObject([
    { action: 'device.moved', facts: { fromSiteId: milano.id, toSiteId: torino.id, told: 1 } },
  ]);
});

test.each([
  ['falls', { kind: 'total', value: 999 }, 'value', /^Lower than the last value of 1,000\./],
  ['is a million too high', { kind: 'total', value: 1_001_000 }, 'value', /^More than a million above/],
  ['is odd', { kind: 'total', value: 900_000 }, 'value', /Confirm it if it is right\.$/],
  ['is of no counter of it', { kind: 'staples', value: 5 }, 'kind', /no such counter/],
])('a counter that %s keeps the machine where it is', async (_, counter, field, message) => {
  await fleet.record(uploadOf([totalAt('19T09:00', 1_000)]));
  const counters = [{ kind: 'total', value: 1_000 }, counter];
  expect(await move({ counters: [counter] })).toMatchObject({
    fields: [{ path: `counters.0.${field}`, message: expect.stringMatching(message) }],
  });
  expect(await move({ counters })).toMatchObject({ code: 'INVALID_INPUT' });
  expect(await stand()).toEqual(untouched);
  expect(await fleet.rows('select value::int from fleet.meter')).toEqual([{ value: 1_000 }]);
  expect(await fleet.rows('select 1 from fleet.meter_hand_in')).toEqual([]);
});

test('an odd counter that is confirmed moves with the machine, and the books hear of it', async () => {
  await fleet.record(uploadOf([totalAt('19T09:00', 1_000)]));
  const counters = [{ kind: 'total', value: 900_000, confirmed: true }];
  expect(await move({ counters })).toMatchObject({ __typename: 'MoveDeviceSuccess' });
  expect((await timeline())[0]?.facts).toMatchObject({ total: 900_000 });
  expect(await fleet.events('fleet.meter-hand-in.accepted.v1')).toMatchObject([
    { deviceId: device.id, flagged: true, values: [{ kind: 'total', value: 900_000, previous: 1_000 }] },
  ]);
});

test('without counters the last ones are noted with their time', async () => {
  await fleet.record(uploadOf([totalAt('19T09:00', 1_000)]));
  await move();
  expect((await timeline())[0]?.facts).toMatchObject({
    total: 1_000,
    countersAt: '2026-11-19T09:00:00.000Z',
  });
});

test('another room at the same site is a move too; the very same place is none', async () => {
  expect(await move({ siteId: milano.id, floor: '1', room: '7' })).toMatchObject({ device: { room: '7' } });
  expect(await move({ siteId: milano.id, floor: '1', room: '7' })).toMatchObject({
    fields: [{ path: 'siteId', message: 'The machine stands exactly there already.' }],
  });
});

test('the provider names the contract anew, the customer cannot', async () => {
  expect(await move({ contractNumber: 'C-2' })).toMatchObject({ fields: [{ path: 'contractNumber' }] });
  expect(await move({ contractNumber: 'C-2' }, provider)).toMatchObject({
    device: { contractNumber: 'C-2' },
  });
});

test('C50 twice with the same key it moves once', async () => {
  const same = { idempotencyKey: 'same-move-1', floor: '4' };
  await move(same);
  expect(await move(same)).toMatchObject({ __typename: 'MoveDeviceSuccess' });
  expect(await move({ ...same, floor: '5' })).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
  expect(await moved()).toHaveLength(1);
});

test.each([
  ['unknown', '00000000-0000-7000-8000-00000000ffff', 'DEVICE_NOT_FOUND'],
  ["another customer's", foreign.id, 'DEVICE_NOT_FOUND'],
  ['malformed', 'no id', 'DEVICE_NOT_FOUND'],
])('C6 an %s machine does not move', async (_, deviceId, code) => {
  expect(await move({ deviceId })).toMatchObject({ code });
  expect(await moved()).toEqual([]);
});

test.each([
  ['unknown', '00000000-0000-7000-8000-00000000ffff'],
  ["another customer's", elsewhere.id],
  ['malformed', 'no id'],
])('C6 to an %s site nothing moves, not even by the provider', async (_, siteId) => {
  for (const actor of [actors.administrator, provider])
    expect(await move({ siteId }, actor)).toMatchObject({ code: 'SITE_NOT_FOUND' });
  expect(await stand()).toEqual(untouched);
});

test('into a closed site nothing moves', async () => {
  await fleet.admin().query('update fleet.site set closed_at = now() where id = $1', [torino.id]);
  expect(await move()).toMatchObject({ code: 'SITE_CLOSED' });
  expect(await stand()).toEqual(untouched);
});

test('who saw an older version moves nothing', async () => {
  expect(await move({ expectedVersion: 7 })).toMatchObject({ code: 'DEVICE_CHANGED_MEANWHILE' });
  expect(await stand()).toEqual(untouched);
});

test('a machine in repair is brought back before it moves', async () => {
  await fleet.admin().query(`update fleet.device set lifecycle = 'in_repair' where id = $1`, [device.id]);
  expect(await move()).toMatchObject({ code: 'LIFECYCLE_ACT_NOT_POSSIBLE' });
});

test.each([
  ['2026-11-19', 'yesterday'],
  ['2027-12-01', 'more than a year ahead'],
])('a move on %s, %s, is refused', async (on) => {
  expect(await move({ on })).toMatchObject({ fields: [{ path: 'on' }] });
});

test('only people who see the machine are told', async () => {
  const tellUserIds = ['00000000-0000-7000-8000-00000000ffff'];
  expect(await move({ tellUserIds })).toMatchObject({ fields: [{ path: 'tellUserIds' }] });
  expect(await moved()).toEqual([]);
});

test('without the right nothing moves', async () => {
  const input = { idempotencyKey: 'not-mine-1', deviceId: device.id, siteId: torino.id };
  const answer = await fleet.ask(actors.member, MOVE, { input });
  expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHORIZED');
  expect(await stand()).toEqual(untouched);
});

describe('what follows is shown before', () => {
  const preview = async (actor: Actor, deviceId: string, siteId: string) =>
    (await fleet.data<{ movePreview: unknown }>(actor, PREVIEW, { deviceId, siteId })).movePreview;

  test('address, contact, contract, day, and who could be told', async () => {
    expect(await preview(actors.administrator, device.id, torino.id)).toEqual({
      site: { name: 'Torino' },
      today: '2026-11-20',
      contractNumber: 'C-1',
      contactName: 'Ugo Blu',
      contactEmail: 'ugo@rossi.example',
      people: [{ userId: memberId }],
    });
  });

  test.each([
    ['a foreign machine', foreign.id, torino.id],
    ['a foreign site', device.id, elsewhere.id],
    ['no ids', 'no id', 'no id'],
  ])('C6 nothing of %s', async (_, deviceId, siteId) => {
    expect(await preview(actors.administrator, deviceId, siteId)).toBeNull();
  });
});

describe('a planned move', () => {
  type Context = Parameters<typeof orderDueMoves>[1];
  const inSystem = (work: (context: Context) => Promise<void>) =>
    fleet.app().platform.work.write(system('test'), (tx) => work({ tx }));
  const planId = async () =>
    (await fleet.rows<{ id: string }>(`select id from fleet.device_move where state = 'planned'`))[0]?.id ??
    '';
  const states = async () =>
    (await fleet.rows<{ state: string }>('select state from fleet.device_move order by id')).map(
      ({ state }) => state,
    );
  const ordered = async () =>
    (await fleet.rows(`select 1 from fleet.outbox where name = 'fleet.carry-out-move'`)).length;
  const run = (moveId: string) => inSystem((context) => carryOutPlanned(fleet.clock, { moveId }, context));

  beforeEach(async () => {
    await move({ on: '2026-11-25', floor: '5', tellUserIds: [memberId] });
  });

  test('waits for its day, and is shown until then', async () => {
    expect(await stand()).toEqual(untouched);
    expect(await moved()).toEqual([]);
    const { device: shown } = await fleet.data<{ device: unknown }>(
      actors.administrator,
      'query ($id: ID!) { device(id: $id) { plannedMove { on floor site { name } } } }',
      { id: device.id },
    );
    expect(shown).toEqual({ plannedMove: { on: '2026-11-25', floor: '5', site: { name: 'Torino' } } });
  });

  test('is due when the day begins in its branch, not before', async () => {
    fleet.clock.set('2026-11-24T22:59:00.000Z');
    await inSystem((context) => orderDueMoves(fleet.clock, context));
    expect(await ordered()).toBe(0);
    fleet.clock.set('2026-11-24T23:01:00.000Z');
    await inSystem((context) => orderDueMoves(fleet.clock, context));
    expect(await ordered()).toBe(1);
  });

  test('is carried out once however often and however parallel its job runs', async () => {
    const id = await planId();
    await Promise.all([run(id), run(id), run(id)]);
    await run(id);
    expect(await stand()).toEqual({ site_id: torino.id, floor: '5' });
    expect(await states()).toEqual(['done']);
    expect(await moved()).toMatchObject([{ movedOn: '2026-11-25', movedBy: memberId, userIds: [memberId] }]);
    expect((await timeline()).map(({ kind }) => kind)).toEqual(['move-planned', 'moved']);
  });

  test('stands alone: a second one, or a move of today, is refused until it is cancelled', async () => {
    expect(await move({ on: '2026-11-26' })).toMatchObject({ code: 'MOVE_ALREADY_PLANNED' });
    expect(await move()).toMatchObject({ code: 'MOVE_ALREADY_PLANNED' });
    const input = { idempotencyKey: 'cancel-move-1', deviceId: device.id };
    const { cancelDeviceMove } = await fleet.data<{ cancelDeviceMove: Answer }>(
      actors.administrator,
      CANCEL,
      {
        input,
      },
    );
    expect(cancelDeviceMove).toMatchObject({ device: { plannedMove: null } });
    expect(await move()).toMatchObject({ device: { site: { name: 'Torino' } } });
  });

  test('of a machine that was retired meanwhile ends with it', async () => {
    const id = await planId();
    await fleet
      .admin()
      .query(`update fleet.device set lifecycle = 'retired', retired_at = now() where id = $1`, [device.id]);
    await run(id);
    expect(await states()).toEqual(['failed']);
    expect(await stand()).toEqual(untouched);
    expect((await timeline()).at(-1)).toMatchObject({ kind: 'move-failed', facts: { reason: 'retired' } });
  });

  test('to a site that was closed meanwhile leaves the machine where it is', async () => {
    await fleet.admin().query('update fleet.site set closed_at = now() where id = $1', [torino.id]);
    await run(await planId());
    expect(await states()).toEqual(['failed']);
    expect(await stand()).toEqual(untouched);
    expect((await timeline()).at(-1)).toMatchObject({ facts: { reason: 'site_closed' } });
  });

  test('forgets people who were erased', async () => {
    await inSystem(({ tx }) => forgetToldPerson(tx, memberId));
    await run(await planId());
    expect(await moved()).toMatchObject([{ movedBy: null, userIds: [] }]);
  });

  test('cannot know counters yet', async () => {
    const counters = [{ kind: 'total', value: 5 }];
    expect(await move({ on: '2026-11-26', counters })).toMatchObject({ fields: [{ path: 'counters' }] });
  });
});
