import { actors, bianchi, foreignRegistrar, italy, jansen, netherlands, rossi } from '../../test/actors';
import { buildCustomer, buildDevice, buildModel, buildSite } from '../../test/factories';
import { registerOf } from '../../test/register';
import { useFleet } from '../../test/use-fleet';

const fleet = useFleet();
const { register } = registerOf(fleet);

const milano = buildSite();
const elsewhere = buildSite({ customerId: bianchi, name: 'Bianchi' });
const old = buildDevice(milano, { serialNumber: 'OLD1' });
const foreign = buildDevice(elsewhere, { serialNumber: 'FOREIGN1' });

beforeEach(async () => {
  await fleet.load({
    customers: [
      buildCustomer(),
      buildCustomer({ id: bianchi, number: '2', name: 'Bianchi' }),
      buildCustomer({ id: jansen, number: '3', name: 'Jansen', branchId: netherlands }),
    ],
    models: [buildModel()],
    sites: [milano, elsewhere],
    devices: [old, foreign],
  });
  await fleet.forgetEvents();
});

let keys = 0;
const machine = (changes: Record<string, unknown> = {}) => ({
  idempotencyKey: `register-${keys++}`,
  customerId: rossi,
  siteId: milano.id,
  serialNumber: ' NEW1 ',
  maker: 'ACME',
  model: 'press-200',
  name: 'Reception',
  monitored: false,
  lifecycle: 'INSTALLED',
  ...changes,
});
const idOf = (answer: Record<string, unknown>) => (answer.device as { id: string }).id;
const count = async () =>
  (await fleet.rows<{ n: number }>('select count(*)::int as n from fleet.device'))[0]?.n;

test('R33 R39 an unmonitored machine gets supplies and counters of its model, and the counters it starts with', async () => {
  const answer = await register(
    machine({ startMeters: [{ kind: 'mono', value: 1200 }], costCentre: 'CC 7', installedOn: '2026-11-01' }),
  );
  expect(answer).toMatchObject({
    __typename: 'RegisterDeviceSuccess',
    device: { name: 'Reception', serialNumber: 'NEW1', site: { id: milano.id } },
  });
  const id = idOf(answer);
  expect(
    await fleet.rows(
      `select cost_centre, lifecycle, to_char(installed_on, 'YYYY-MM-DD') as day from fleet.device where id = $1`,
      [id],
    ),
  ).toEqual([{ cost_centre: 'CC 7', lifecycle: 'installed', day: '2026-11-01' }]);
  expect(
    await fleet.rows('select slot, level_state, read_at from fleet.supply where device_id = $1', [id]),
  ).toEqual([{ slot: '1.1', level_state: 'unknown', read_at: null }]);
  expect(
    await fleet.rows('select kind, value from fleet.meter where device_id = $1 order by kind', [id]),
  ).toEqual([
    { kind: 'mono', value: '1200' },
    { kind: 'total', value: null },
  ]);
  expect(
    await fleet.rows('select kind, actor_kind from fleet.device_event where device_id = $1', [id]),
  ).toEqual([{ kind: 'registered', actor_kind: 'staff' }]);
  expect(await fleet.events('fleet.device.changed.v1')).toMatchObject([
    { deviceId: id, serialNumber: 'NEW1', active: true, monitored: false },
  ]);
  expect(await fleet.events('platform.audit-entry.recorded.v1')).toMatchObject([
    { action: 'device.registered', customerId: rossi, target: { id } },
  ]);
});

test('a monitored machine tells its supplies and counters itself', async () => {
  const id = idOf(await register(machine({ monitored: true })));
  expect(await fleet.rows('select 1 from fleet.supply where device_id = $1', [id])).toEqual([]);
  expect(await fleet.rows('select 1 from fleet.meter where device_id = $1', [id])).toEqual([]);
});

test('a serial number has one machine in use in the branch, and returns after its retirement', async () => {
  expect(await register(machine({ serialNumber: 'OLD1' }))).toMatchObject({
    code: 'SERIAL_TAKEN',
    deviceId: old.id,
  });
  expect(await register(machine({ serialNumber: 'FOREIGN1' }))).toMatchObject({ code: 'SERIAL_TAKEN' });
  for (const lifecycle of ['retired', 'collected']) {
    await fleet.rows(
      `update fleet.device set retired_at = now(), lifecycle = $1 where serial_number = 'OLD1' and retired_at is null`,
      [lifecycle],
    );
    expect(await register(machine({ serialNumber: 'OLD1' }))).toMatchObject({
      __typename: 'RegisterDeviceSuccess',
    });
  }
  expect(await count()).toBe(4);
});

test('C50 the same key registers once, different keys at the same time leave one machine', async () => {
  const same = machine();
  const answers = await Promise.all(Array.from({ length: 5 }, () => register(same)));
  expect(new Set(answers.map(idOf)).size).toBe(1);
  const others = await Promise.all(
    Array.from({ length: 5 }, () => register(machine({ serialNumber: 'NEW2' }))),
  );
  expect(others.filter(({ __typename }) => __typename === 'RegisterDeviceSuccess')).toHaveLength(1);
  expect(await count()).toBe(4);
});

test.each([
  ['of another organisation', { siteId: elsewhere.id }, 'SITE_NOT_FOUND'],
  ['unknown', { siteId: '00000000-0000-7000-8000-00000000ffff' }, 'SITE_NOT_FOUND'],
  ['in another branch', { customerId: jansen }, 'CUSTOMER_NOT_FOUND'],
  ['of nobody', { customerId: 'no id' }, 'CUSTOMER_NOT_FOUND'],
])('C6 a place %s is not found, and nothing is written', async (_, changes, code) => {
  expect(await register(machine(changes))).toMatchObject({ code });
  expect(await count()).toBe(2);
});

test('tenancy: another branch, and people without the right, register nothing', async () => {
  expect(await register(machine(), foreignRegistrar)).toMatchObject({ code: 'CUSTOMER_NOT_FOUND' });
  const document = 'mutation ($input: RegisterDeviceInput!) { registerDevice(input: $input) { __typename } }';
  const answer = await fleet.ask(actors.administrator, document, { input: machine() });
  expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHORIZED');
  expect(await count()).toBe(2);
});

test('bad facts are told by field', async () => {
  const answer = await register(
    machine({
      serialNumber: '=1+1',
      name: ' ',
      room: 'x'.repeat(61),
      contactEmail: 'nobody',
      contactPhone: '+39 02 1',
      installedOn: '2026-02-30',
      startMeters: [
        { kind: 'mono', value: 1 },
        { kind: 'mono', value: 2 },
      ],
    }),
  );
  expect((answer.fields as { path: string; message: string }[]).map(({ path }) => path)).toEqual([
    'serialNumber',
    'name',
    'room',
    'contactEmail',
    'installedOn',
    'startMeters',
  ]);
});

test('a machine that was found is unknown no more', async () => {
  const found = (customer: string | null, serial: string) =>
    fleet.rows(
      `insert into fleet.unknown_device (customer_id, branch_id, known_by, serial_number, address, first_seen_at, last_seen_at)
       values ($1, $2, $3, $3, '192.0.2.1', now(), now())`,
      [customer, italy, serial],
    );
  await found(rossi, 'NEW1');
  await found(null, 'NEW1');
  await found(bianchi, 'NEW1');
  await found(rossi, 'OTHER');
  await register(machine());
  expect(
    await fleet.rows('select customer_id, known_by from fleet.unknown_device order by known_by'),
  ).toEqual([
    { customer_id: bianchi, known_by: 'NEW1' },
    { customer_id: rossi, known_by: 'OTHER' },
  ]);
});
