import { buildDevice, buildSite } from '../../test/factories';
import { counts, totalAt, uploadOf } from '../../test/polls';
import { useFleet } from '../../test/use-fleet';

const fleet = useFleet();

const site = buildSite();
const device = buildDevice(site, { serialNumber: 'A1', lastSeenHoursAgo: null });

beforeEach(() => fleet.load({ sites: [site], devices: [device] }));

const meter = async () => {
  const [row] = await fleet.rows<{ value: string; read_at: Date }>('select value, read_at from fleet.meter');
  return row && { value: Number(row.value), at: row.read_at.toISOString().slice(5, 16) };
};
const volumes = async () =>
  (
    await fleet.rows<{ month: string; total: number }>(
      `select month::text, volume::int as total from fleet.device_month where kind = 'total' order by month`,
    )
  ).map((row) => [row.month.slice(0, 7), row.total]);

test('C54 a falling counter is a case for a person: no negative volume, the meter stays', async () => {
  await fleet.record(uploadOf([totalAt('01T09:00', 1000), totalAt('10T09:00', 1500)]));
  expect(await fleet.record(uploadOf([totalAt('15T09:00', 20), totalAt('16T09:00', 30)]))).toEqual(counts(2));
  expect(await meter()).toEqual({ value: 1500, at: '11-10T09:00' });
  expect(await volumes()).toEqual([['2026-11', 500]]);
  await fleet.record(uploadOf([totalAt('17T09:00', 40)]));
  expect(
    await fleet.rows(
      'select kind, value_before, value, read_at, last_value, last_read_at from fleet.meter_exception',
    ),
  ).toEqual([
    {
      kind: 'fell',
      value_before: '1500',
      value: '20',
      read_at: new Date('2026-11-15T09:00:00Z'),
      last_value: '40',
      last_read_at: new Date('2026-11-17T09:00:00Z'),
    },
  ]);
});

test('C54 a fall shows however late the higher value arrives', async () => {
  await fleet.record(uploadOf([totalAt('15T09:00', 20)]));
  await fleet.record(uploadOf([totalAt('10T09:00', 1500)]));
  expect(await meter()).toEqual({ value: 1500, at: '11-10T09:00' });
  expect(await fleet.rows('select value_before, value from fleet.meter_exception')).toEqual([
    { value_before: '1500', value: '20' },
  ]);
});

test('a Counter32 at its limit that starts again is a fall, not a wrap', async () => {
  await fleet.record(uploadOf([totalAt('10T09:00', 4_294_967_295)]));
  await fleet.record(uploadOf([totalAt('11T09:00', 5)]));
  expect(await meter()).toEqual({ value: 4_294_967_295, at: '11-10T09:00' });
  expect(await volumes()).toEqual([['2026-11', 0]]);
  expect(await fleet.rows('select 1 from fleet.meter_exception')).toHaveLength(1);
});

test('values from the future or from long ago are refused and counted, the rest is kept', async () => {
  const upload = uploadOf([
    totalAt('20T10:11', 200),
    totalAt('20T10:10', 150),
    { serialNumber: 'A1', polledAt: '2025-10-15T00:00:00.000Z', meters: { total: 1, mono: 1 } },
  ]);
  expect(await fleet.record(upload)).toEqual(counts(1, 0, 3));
  expect(await meter()).toEqual({ value: 150, at: '11-20T10:10' });
});

test('a poll of last year finds its month made on demand', async () => {
  const old = { serialNumber: 'A1', polledAt: '2025-10-17T00:00:00.000Z', meters: { total: 10 } };
  expect(await fleet.record(uploadOf([old, totalAt('01T00:00', 30)]))).toEqual(counts(2));
  expect(await volumes()).toEqual([
    ['2025-10', 0],
    ['2026-11', 20],
  ]);
});
