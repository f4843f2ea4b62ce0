import { buildDevice, buildSite } from '../../test/factories';
import { counts, pollAt, totalAt, uploadOf } from '../../test/polls';
import { useFleet } from '../../test/use-fleet';

const fleet = useFleet();

const site = buildSite();
const device = buildDevice(site, { serialNumber: 'A1', lastSeenHoursAgo: null });

beforeEach(() => fleet.load({ sites: [site], devices: [device] }));

const meters = () =>
  fleet.rows<{ kind: string; value: number; read_at: Date; last_read_at: Date }>(
    'select kind, value::int, read_at, last_read_at from fleet.meter order by kind',
  );
const months = (table: string) =>
  fleet.rows<{ kind: string; month: string; volume: number }>(
    `select kind, month::text, volume::int from fleet.${table} order by kind, month`,
  );
const at = (time: string) => new Date(`2026-11-${time}:00Z`);

test('C54 a value at the instant of one that fell is known, however high it is', async () => {
  await fleet.record(uploadOf([totalAt('10T09:00', 1500)]));
  await fleet.record(uploadOf([totalAt('12T09:00', 20)]));
  expect(await fleet.record(uploadOf([totalAt('12T09:00', 1600)]))).toEqual(counts(0, 1));
  expect(await meters()).toEqual([
    { kind: 'total', value: 1500, read_at: at('10T09:00'), last_read_at: at('12T09:00') },
  ]);
});

test('what comes after a fall counts from the highest value on', async () => {
  await fleet.record(uploadOf([totalAt('10T09:00', 1500), totalAt('12T09:00', 20)]));
  expect(await fleet.record(uploadOf([totalAt('13T09:00', 1510)]))).toEqual(counts(1));
  expect(await months('device_month')).toEqual([{ kind: 'total', month: '2026-11-01', volume: 10 }]);
  expect(await meters()).toEqual([
    { kind: 'total', value: 1510, read_at: at('13T09:00'), last_read_at: at('13T09:00') },
  ]);
});

test('one upload with next, late, double, falling and new counters: each is taken in by its own rule', async () => {
  const other = buildDevice(site, { serialNumber: 'B1', lastSeenHoursAgo: null });
  await fleet.load({ devices: [other] });
  const ofOther = (time: string, total: number) => ({
    ...pollAt(time, { meters: { total } }),
    serialNumber: 'B1',
  });
  await fleet.record(
    uploadOf([pollAt('10T09:00', { meters: { total: 100, mono: 60, color: 40 } }), ofOther('10T09:00', 500)]),
  );
  const mixed = uploadOf([
    pollAt('11T09:00', { meters: { total: 110, mono: 50, color: 45, scan: 7 } }),
    ofOther('09T09:00', 480),
    ofOther('10T09:00', 500),
  ]);
  expect(await fleet.record(mixed)).toEqual(counts(5, 1));
  expect(await fleet.rows('select kind, value::int from fleet.meter_exception')).toEqual([
    { kind: 'fell', value: 50 },
  ]);
  expect(await months('customer_month')).toEqual([
    { kind: 'color', month: '2026-11-01', volume: 5 },
    { kind: 'mono', month: '2026-11-01', volume: 0 },
    { kind: 'scan', month: '2026-11-01', volume: 0 },
    { kind: 'total', month: '2026-11-01', volume: 30 },
  ]);
});

test('a machine that tells no total has the sum of mono and color, reading after reading', async () => {
  for (const [time, mono, color] of [
    ['10T09:00', 60, 40],
    ['11T09:00', 65, 40],
    ['12T09:00', 66, 48],
  ] as const)
    await fleet.record(uploadOf([pollAt(time, { meters: { mono, color } })]));
  expect(await months('device_month')).toEqual([
    { kind: 'color', month: '2026-11-01', volume: 8 },
    { kind: 'mono', month: '2026-11-01', volume: 6 },
    { kind: 'total', month: '2026-11-01', volume: 14 },
  ]);
  expect(await months('customer_month')).toEqual(await months('device_month'));
});

test('a counter that stands still is read, and nothing else changes', async () => {
  await fleet.record(uploadOf([totalAt('10T09:00', 100), totalAt('11T09:00', 130)]));
  expect(await fleet.record(uploadOf([totalAt('12T09:00', 130)]))).toEqual(counts(1));
  expect(await meters()).toEqual([
    { kind: 'total', value: 130, read_at: at('12T09:00'), last_read_at: at('12T09:00') },
  ]);
  expect(await months('device_month')).toEqual([{ kind: 'total', month: '2026-11-01', volume: 30 }]);
});

test('the first reading of a month begins it, the next one goes on', async () => {
  const october = (time: string, total: number) => ({
    ...pollAt('01T00:00', { meters: { total } }),
    polledAt: `2026-10-${time}:00.000Z`,
  });
  await fleet.record(uploadOf([october('30T09:00', 100)]));
  await fleet.record(uploadOf([october('31T23:59', 120)]));
  await fleet.record(uploadOf([totalAt('01T00:00', 125)]));
  await fleet.record(uploadOf([totalAt('01T00:10', 130)]));
  expect(await months('device_month')).toEqual([
    { kind: 'total', month: '2026-10-01', volume: 20 },
    { kind: 'total', month: '2026-11-01', volume: 10 },
  ]);
});

test('a kind and a month of the wrong form are refused by the tables themselves', async () => {
  await fleet.record(uploadOf([totalAt('10T09:00', 1)]));
  const refused = (sql: string) => expect(fleet.rows(sql)).rejects.toThrow('violates check constraint');
  await refused(`update fleet.meter set kind = 'Not a kind'`);
  await refused(`update fleet.device_month set month = '2026-11-02'`);
});
