import { statementsOf } from '@platen/testing';
import { actorOf, actors, bianchi, netherlands, rossi } from '../../test/actors';
import { buildDevice, buildSite, buildSupply } from '../../test/factories';
import { counts, pollAt, totalAt, uploadOf } from '../../test/polls';
import { useFleet } from '../../test/use-fleet';

const fleet = useFleet();

const site = buildSite();
const device = buildDevice(site, { serialNumber: 'A1', lastSeenHoursAgo: null });
const foreignSite = buildSite({ customerId: bianchi });
const foreign = buildDevice(foreignSite, { serialNumber: 'B1', lastSeenHoursAgo: null });

beforeEach(() => fleet.load({ sites: [site, foreignSite], devices: [device, foreign] }));

const meter = async () => {
  const [row] = await fleet.rows<{ value: string; read_at: Date }>('select value, read_at from fleet.meter');
  return row && { value: Number(row.value), at: row.read_at.toISOString().slice(5, 16) };
};

test('a poll becomes state, counters, levels and alerts, each with age and source', async () => {
  const upload = uploadOf([
    pollAt('20T09:30', {
      meters: { total: 4_294_967_295, mono: 12 },
      supplies: [{ slot: '1.1', percent: 42.5 }],
      alerts: [{ code: 1104, description: 'Toner low' }],
      errors: ['lowToner'],
    }),
  ]);
  expect(await fleet.record(upload)).toEqual(counts(2));
  const { device: shown } = await fleet.data<{ device: unknown }>(
    actors.administrator,
    `query ($id: ID!) { device(id: $id) { state errors lastSeenAt ipAddress
      meters { kind unit value readAt source }
      supplies { slot low daysLeft { low high } level { state percent at source } }
      alerts { severity code description raisedAt } } }`,
    { id: device.id },
  );
  const at = '2026-11-20T09:30:00.000Z';
  expect(shown).toEqual({
    state: 'WARNING',
    errors: ['lowToner'],
    lastSeenAt: at,
    ipAddress: '192.0.2.10',
    meters: [
      { kind: 'mono', unit: 'IMPRESSIONS', value: 12, readAt: at, source: 'DEVICE' },
      { kind: 'total', unit: 'IMPRESSIONS', value: 4_294_967_295, readAt: at, source: 'DEVICE' },
    ],
    supplies: [
      {
        slot: '1.1',
        low: false,
        daysLeft: null,
        level: { state: 'PERCENT', percent: 42.5, at, source: 'DEVICE' },
      },
    ],
    alerts: [{ severity: 'WARNING', code: 1104, description: 'Toner low', raisedAt: at }],
  });
});

test('C50 the same upload twice is answered alike and writes nothing', async () => {
  const upload = uploadOf([totalAt('20T09:00', 100)]);
  const first = await fleet.record(upload);
  await fleet.forgetEvents();
  expect(await fleet.record(upload)).toEqual(first);
  expect(await fleet.rows('select 1 from fleet.outbox')).toEqual([]);
  expect(await fleet.rows('select 1 from fleet.meter_read')).toHaveLength(1);
});

test('C50 the same key with other polls is a conflict', async () => {
  await fleet.record(uploadOf([totalAt('20T09:00', 100)], 'the-same-key'));
  expect(await fleet.record(uploadOf([totalAt('20T09:15', 101)], 'the-same-key'))).toEqual({
    __typename: 'IdempotencyConflictError',
    code: 'IDEMPOTENCY_CONFLICT',
  });
  expect(await meter()).toEqual({ value: 100, at: '11-20T09:00' });
});

test('known values under a new key are duplicates', async () => {
  await fleet.record(uploadOf([totalAt('20T09:00', 100)]));
  expect(await fleet.record(uploadOf([totalAt('20T09:00', 100), totalAt('20T09:15', 103)]))).toEqual(
    counts(1, 1),
  );
  expect(await meter()).toEqual({ value: 103, at: '11-20T09:15' });
});

test('C54 a late poll goes into history and leaves the newer state as it is', async () => {
  await fleet.record(
    uploadOf([
      pollAt('20T09:00', { status: 'DOWN', meters: { total: 110 }, supplies: [{ slot: '1', percent: 50 }] }),
    ]),
  );
  await fleet.forgetEvents();
  const late = pollAt('20T08:00', {
    meters: { total: 105 },
    supplies: [{ slot: '1', percent: 90 }],
    alerts: [{ code: 8, description: 'Jam' }],
  });
  expect(await fleet.record(uploadOf([late]))).toEqual(counts(1));
  expect(await meter()).toEqual({ value: 110, at: '11-20T09:00' });
  expect(
    await fleet.rows('select status, last_seen_at from fleet.device where id = $1', [device.id]),
  ).toEqual([{ status: 'down', last_seen_at: new Date('2026-11-20T09:00:00Z') }]);
  expect(await fleet.rows('select level_percent from fleet.supply')).toEqual([{ level_percent: 50 }]);
  expect(await fleet.rows('select level_percent from fleet.supply_level_read order by read_at')).toEqual([
    { level_percent: 90 },
    { level_percent: 50 },
  ]);
  expect(await fleet.rows('select 1 from fleet.device_alert')).toEqual([]);
  expect(await fleet.rows('select 1 from fleet.outbox')).toEqual([]);
  expect(await fleet.rows('select 1 from fleet.meter_exception')).toEqual([]);
});

test('R33 a machine that nobody registered is remembered for a person and never created', async () => {
  const polls = [
    { ...totalAt('20T09:00', 1), serialNumber: 'NEW', maker: 'Acme', address: '192.0.2.7' },
    { ...totalAt('20T09:00', 1), serialNumber: null, address: '192.0.2.8' },
  ];
  expect(await fleet.record(uploadOf(polls))).toEqual(counts(0, 0, 0, 2));
  await fleet.record(uploadOf([{ ...totalAt('20T09:30', 1), serialNumber: 'NEW', address: '192.0.2.9' }]));
  expect(
    await fleet.rows(
      'select known_by, serial_number, address, maker, first_seen_at from fleet.unknown_device order by 1',
    ),
  ).toEqual([
    {
      known_by: '192.0.2.8',
      serial_number: null,
      address: '192.0.2.8',
      maker: null,
      first_seen_at: new Date('2026-11-20T09:00:00Z'),
    },
    {
      known_by: 'NEW',
      serial_number: 'NEW',
      address: '192.0.2.9',
      maker: null,
      first_seen_at: new Date('2026-11-20T09:00:00Z'),
    },
  ]);
  expect(await fleet.rows('select 1 from fleet.device')).toHaveLength(2);
});

test('a serial swapped behind the same address is a machine nobody knows, and the known one is left alone', async () => {
  await fleet.record(uploadOf([totalAt('20T09:00', 100)]));
  const swapped = { ...totalAt('20T09:30', 7), serialNumber: 'X9' };
  expect(await fleet.record(uploadOf([swapped]))).toEqual(counts(0, 0, 0, 1));
  expect(await fleet.rows('select serial_number, address from fleet.unknown_device')).toEqual([
    { serial_number: 'X9', address: '192.0.2.10' },
  ]);
  expect(await meter()).toEqual({ value: 100, at: '11-20T09:00' });
  const [known] = await fleet.rows<{ last_seen_at: Date }>(
    'select last_seen_at from fleet.device where id = $1',
    [device.id],
  );
  expect(known?.last_seen_at.toISOString()).toBe('2026-11-20T09:00:00.000Z');
});

test("R33 another customer's serial number is an unknown machine", async () => {
  const upload = uploadOf([{ ...totalAt('20T09:00', 1), serialNumber: 'B1' }]);
  expect(await fleet.record(upload, actors.collector)).toEqual(counts(0, 0, 0, 1));
  expect(await fleet.rows('select 1 from fleet.meter')).toEqual([]);
  expect(await fleet.record(upload, actors['collector of another customer'])).toEqual(counts(1));
});

test('a key of a branch reaches the machines of its customers, and not those of another branch', async () => {
  const upload = uploadOf([totalAt('20T09:00', 1), { ...totalAt('20T09:00', 1), serialNumber: 'B1' }]);
  expect(await fleet.record(upload, actors['partner of a branch'])).toEqual(counts(2));
  const dutch = actorOf('partner', ['telemetry:write'], { customerId: null, branchId: netherlands });
  expect(await fleet.record(upload, dutch)).toEqual(counts(0, 0, 0, 2));
});

test('a key of a branch tells levels of supplies that nobody knew', async () => {
  const poll = { ...totalAt('20T09:00', 1), supplies: [{ slot: '1.1', percent: 40 }] };
  expect(await fleet.record(uploadOf([poll]), actors['partner of a branch'])).toEqual(counts(1));
  expect(
    await fleet.rows('select level_percent from fleet.supply_level_read where customer_id = $1', [rossi]),
  ).toEqual([{ level_percent: 40 }]);
});

test('a serial number that two customers of the branch share belongs to neither', async () => {
  const twin = buildDevice(foreignSite, { serialNumber: 'A1', lastSeenHoursAgo: null });
  await fleet.load({ sites: [foreignSite], devices: [twin] });
  const upload = uploadOf([totalAt('20T09:00', 1)]);
  expect(await fleet.record(upload, actors['partner of a branch'])).toEqual(counts(0, 0, 0, 1));
  expect(await fleet.record(upload, actors.collector)).toEqual(counts(1));
});

test('a key that is bound to nothing finds nothing', async () => {
  const upload = uploadOf([totalAt('20T09:00', 1)]);
  expect(await fleet.record(upload, actors['collector without customer'])).toEqual(counts(0, 0, 0, 1));
});

test('alerts are raised once and cleared when they are gone', async () => {
  const jam = { code: 8, description: 'Jam' };
  const door = { code: null, description: 'Door open' };
  await fleet.record(uploadOf([pollAt('20T08:00', { alerts: [jam, door, door] })]));
  await fleet.record(uploadOf([pollAt('20T08:15', { alerts: [jam] })]));
  await fleet.record(uploadOf([pollAt('20T08:30')]));
  await fleet.record(uploadOf([pollAt('20T08:45', { alerts: [jam] })]));
  const at = (time: string) => new Date(`2026-11-20T${time}:00Z`);
  expect(
    await fleet.rows(
      'select description, raised_at, cleared_at from fleet.device_alert order by raised_at, description',
    ),
  ).toEqual([
    { description: 'Door open', raised_at: at('08:00'), cleared_at: at('08:15') },
    { description: 'Jam', raised_at: at('08:00'), cleared_at: at('08:30') },
    { description: 'Jam', raised_at: at('08:45'), cleared_at: null },
  ]);
});

test('a machine registered without maker and model takes over what it says of itself, once', async () => {
  const blank = buildDevice(site, { serialNumber: 'N1', maker: '', model: '' });
  await fleet.load({ devices: [blank] });
  await fleet.forgetEvents();
  for (const time of ['20T09:30', '20T09:45']) {
    await fleet.record(uploadOf([{ ...pollAt(time), serialNumber: 'N1', maker: 'Acme', model: 'Press 9' }]));
  }
  const events = await fleet.events<Record<string, unknown>>('fleet.device.changed.v1');
  expect(events).toHaveLength(1);
  expect(events[0]).toMatchObject({ deviceId: blank.id, maker: 'Acme', model: 'Press 9', version: 2 });
});

test('an upload of any size takes the same number of statements', async () => {
  const devices = Array.from({ length: 50 }, () => buildDevice(site, { supplies: [buildSupply()] }));
  await fleet.load({ devices });
  const uploadFor = (count: number, time: string) =>
    uploadOf(
      devices.slice(0, count).map(({ serialNumber }) => ({
        ...pollAt(time, { meters: { total: 7, mono: 7 }, supplies: [{ slot: '1.1', percent: 55 }] }),
        serialNumber,
        alerts: [{ code: 1, description: 'Cover open' }],
      })),
    );
  await fleet.record(uploadFor(1, '20T09:30'));
  const few = await statementsOf(() => fleet.record(uploadFor(5, '20T09:40')));
  const many = await statementsOf(() => fleet.record(uploadFor(50, '20T09:50')));
  const again = await statementsOf(() => fleet.record(uploadFor(50, '20T09:55')));
  expect(many).toHaveLength(few.length);
  // Counters seen for the first time are made, and then recorded like all others; next readings need one statement.
  expect([many.length, again.length]).toEqual([17, 9]);
});

test('only a key that may write telemetry hands in polls', async () => {
  const mutation = 'mutation ($input: RecordPollsInput!) { recordPolls(input: $input) { __typename } }';
  const refused = async (actor: (typeof actors)[keyof typeof actors]) =>
    (await fleet.ask(actor, mutation, { input: uploadOf([totalAt('20T09:00', 1)]) })).errors?.[0]?.extensions
      .code;
  expect(await refused(actors.administrator)).toBe('UNAUTHORIZED');
  expect(await refused(actors.anonymous)).toBe('UNAUTHENTICATED');
  expect(await fleet.rows('select 1 from fleet.meter')).toEqual([]);
});
