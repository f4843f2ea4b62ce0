import { actors } from '../../test/actors';
import { buildDevice, buildMember, buildSite, buildSupply } from '../../test/factories';
import { useFleet } from '../../test/use-fleet';

const fleet = useFleet();
const site = buildSite();
const monthlyVolumes = Array.from({ length: 12 }, (_, index) => ({ mono: 1000 + index, color: 200 + index }));
const device = buildDevice(site, {
  monthlyVolumes,
  startMeters: { mono: 5000, color: 700 },
  floor: '2',
  department: 'Sales',
  supplies: [
    buildSupply({ levelPercent: 33 }),
    buildSupply({ slot: '1.2', levelState: 'some', levelPercent: null }),
  ],
});
const unwatched = buildDevice(site, { monitored: false, monthlyVolumes, supplies: [buildSupply()] });
const world = { sites: [site], devices: [device, unwatched], users: [buildMember([device.id])] };

test('a year of volumes becomes readings that sum up to them', async () => {
  await fleet.load(world);
  const months = await fleet.rows<{ mono: number; color: number; total: number }>(
    `select sum(volume) filter (where kind = 'mono')::int as mono, sum(volume) filter (where kind = 'color')::int as color,
       sum(volume) filter (where kind = 'total')::int as total
     from fleet.device_month where device_id = $1 group by month order by month`,
    [device.id],
  );
  expect(months).toEqual(monthlyVolumes.map(({ mono, color }) => ({ mono, color, total: mono + color })));
  const { device: shown } = await fleet.data<{ device: { meters: unknown } }>(
    actors.administrator,
    'query ($id: ID!) { device(id: $id) { meters { kind value source } } }',
    { id: device.id },
  );
  expect(shown.meters).toEqual([
    { kind: 'color', value: 700 + 2466, source: 'DEVICE' },
    { kind: 'mono', value: 5000 + 12066, source: 'DEVICE' },
    { kind: 'total', value: 5700 + 14532, source: 'DEVICE' },
  ]);
  expect(
    await fleet.rows(
      `select r.source, r.confidence, count(*) > 100 as many from fleet.meter_read r group by 1, 2 order by 1`,
    ),
  ).toEqual([
    { source: 'device', confidence: 'measured', many: false },
    { source: 'estimate', confidence: 'estimated', many: true },
    { source: 'portal', confidence: 'stated', many: false },
  ]);
});

test('the other services hear of every machine, and of each measured level of monitored ones', async () => {
  await fleet.load(world);
  const devices = await fleet.events<Record<string, unknown>>('fleet.device.changed.v1');
  expect(devices).toHaveLength(2);
  expect(devices.find((event) => event.deviceId === device.id)).toEqual({
    deviceId: device.id,
    customerId: device.customerId,
    branchId: device.branchId,
    version: 1,
    name: device.name,
    serialNumber: device.serialNumber,
    maker: 'Acme',
    model: 'Press 200',
    monitored: true,
    active: true,
    site: {
      siteId: site.id,
      name: 'Milano',
      street: 'Via Roma 1',
      postalCode: '20121',
      city: 'Milano',
      country: 'IT',
    },
    place: '2, Sales',
    deliveryContact: { name: 'Anna Neri', email: 'anna@rossi.example' },
  });
  expect(await fleet.events('fleet.supply-level.changed.v1')).toMatchObject([
    { deviceId: device.id, slot: '1.1', levelPercent: 33, totalImpressions: 5700 + 14532 },
  ]);
});

test('what else is known of a machine: its moves to come, what happened, a reading that is odd', async () => {
  const elsewhere = buildSite({ name: 'Torino' });
  const told = buildDevice(site, {
    monthlyVolumes,
    shares: { duplex: 0.5, a3: 0, scan: 0.2 },
    contractNumber: 'C-1',
    plannedMove: { siteId: elsewhere.id, floor: '0', room: '7', inDays: 9 },
    timeline: [{ kind: 'repaired', daysAgo: 3, facts: { reason: 'defect' } }],
  });
  const entered = buildDevice(site, {
    monitored: false,
    lastSeenHoursAgo: null,
    monthlyVolumes,
    readDaysAgo: 33,
    oddReading: { aboveLast: 90_000, daysAgo: 2 },
  });
  const broken = buildDevice(site, { lifecycle: 'in_repair', supplies: [buildSupply({ levelPercent: 3 })] });
  await fleet.load({ sites: [site, elsewhere], devices: [told, entered, broken] });
  const shown = await fleet.data<{ device: unknown }>(
    actors.administrator,
    `query ($id: ID!) { device(id: $id) { contractNumber plannedMove { on floor site { name } }
       timeline(first: 5) { edges { node { kind actorKind happenedAt toSite { name } } } } } }`,
    { id: told.id },
  );
  expect(shown.device).toEqual({
    contractNumber: 'C-1',
    plannedMove: { on: '2026-11-29', floor: '0', site: { name: 'Torino' } },
    timeline: {
      edges: [
        {
          node: {
            kind: 'move-planned',
            actorKind: 'staff',
            happenedAt: '2026-11-20T10:00:00.000Z',
            toSite: { name: 'Torino' },
          },
        },
        {
          node: {
            kind: 'repaired',
            actorKind: 'staff',
            happenedAt: '2026-11-17T10:00:00.000Z',
            toSite: null,
          },
        },
      ],
    },
  });
  expect(
    await fleet.rows(
      'select m.device_id, m.kind, c.kind as case from fleet.meter_exception c join fleet.meter m on m.id = c.meter_id',
    ),
  ).toEqual([{ device_id: entered.id, kind: 'total', case: 'flagged' }]);
  expect(await fleet.events('fleet.supply-level.changed.v1')).toEqual([]);
});

test('loading twice does no harm', async () => {
  await fleet.load(world);
  const counts = () =>
    fleet.rows(
      `select (select count(*) from fleet.device) as devices, (select count(*) from fleet.meter_read) as reads,
         (select count(*) from fleet.outbox) as messages, (select count(*) from fleet.device_user) as assigned`,
    );
  const once = await counts();
  fleet.clock.advance(3_600_000);
  await fleet.load(world);
  expect(await counts()).toEqual(once);
});
