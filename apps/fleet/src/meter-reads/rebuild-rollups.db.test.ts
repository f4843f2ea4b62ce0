import { randomUUID } from 'node:crypto';
import { system } from '@platen/platform';
import { actors, bianchi } from '../../test/actors';
import { buildDevice, buildSite } from '../../test/factories';
import { groupsOf } from '../../test/groups';
import { type PollOfDevice, uploadOf } from '../../test/polls';
import { useFleet } from '../../test/use-fleet';
import type { Correction } from './rebuild-rollups';
import { type Retention, dropOldReads } from './retention';

const fleet = useFleet();
const groups = groupsOf(fleet);
const site = buildSite();
const device = buildDevice(site, { serialNumber: 'A1', lastSeenHoursAgo: null });
const byFunction = buildDevice(site, { serialNumber: 'A2', lastSeenHoursAgo: null });

const pollOn = (day: string, total: number): PollOfDevice[] => [
  { serialNumber: 'A1', polledAt: `${day}T09:00:00.000Z`, meters: { total } },
  { serialNumber: 'A2', polledAt: `${day}T09:00:00.000Z`, meters: { mono: total, color: total * 2 } },
];

beforeEach(async () => {
  await fleet.load({ sites: [site], devices: [device, byFunction] });
  const days = ['2026-09-01', '2026-09-30', '2026-10-20', '2026-11-15'];
  await fleet.record(uploadOf(days.flatMap((day, index) => pollOn(day, 1000 + index * 100))));
  await groups.group('Floor 1', [device.id]);
});

const STATE = `
  select 'device' as of, device_id::text as id, month::text, kind, volume::int, base_value::int as more from fleet.device_month
  union all select 'group', group_id::text, month::text, kind, volume::int, devices from fleet.group_month
  union all select 'customer', customer_id::text, month::text, kind, volume::int, devices from fleet.customer_month
  union all select 'meter', device_id::text, latest_month::text, kind, value::int, value_offset::int from fleet.meter
  order by 1, 2, 3, 4`;

async function rebuild(customerId: string | null = null, from: string | null = null): Promise<Correction[]> {
  const told: Correction[] = [];
  await fleet.app().rebuildRollups({ customerId, from }, (correction) => told.push(correction));
  return told;
}

test('a fleet whose months are right is left as it is', async () => {
  const before = await fleet.rows(STATE);
  expect(await rebuild()).toEqual([]);
  expect(await fleet.rows(STATE)).toEqual(before);
});

test('months that somebody changed, removed or made up are put right, and told', async () => {
  const before = await fleet.rows(STATE);
  await fleet.rows(`update fleet.device_month set volume = 7 where device_id = $1 and month = '2026-10-01'`, [
    device.id,
  ]);
  await fleet.rows(`delete from fleet.device_month where device_id = $1 and month = '2026-09-01'`, [
    byFunction.id,
  ]);
  await fleet.rows(`update fleet.meter set value = 5, latest_month = null where device_id = $1`, [device.id]);
  await fleet.rows(`update fleet.group_month set devices = 9 where month = '2026-11-01'`);
  await fleet.rows(`delete from fleet.customer_month where month = '2026-11-01' and kind = 'mono'`);
  await fleet.rows(
    `insert into fleet.group_month select customer_id, group_id, month, 'invented', 1, 1 from fleet.group_month limit 1`,
  );
  const told = await rebuild();
  expect(told).toContainEqual({
    of: 'device',
    id: device.id,
    month: '2026-10-01',
    kind: 'total',
    before: 7,
    after: 100,
  });
  expect(told).toContainEqual(
    expect.objectContaining({ of: 'group', kind: 'invented', before: 1, after: null }),
  );
  expect(await fleet.rows(STATE)).toEqual(before);
  expect(await rebuild()).toEqual([]);
});

test('another customer, and months before the one named, are left as they are', async () => {
  await fleet.rows(`update fleet.device_month set volume = volume + 1`);
  const before = await fleet.rows(STATE);
  expect(await rebuild(bianchi)).toEqual([]);
  expect(await rebuild(randomUUID())).toEqual([]);
  expect(await fleet.rows(STATE)).toEqual(before);
  const months = (await rebuild(device.customerId, '2026-11-01')).map(({ month }) => month);
  expect(new Set(months)).toEqual(new Set(['2026-11-01']));
});

describe('retention', () => {
  const LONG_AGO = ['2024-08-01', '2024-09-01', '2024-10-01'];
  const dropOld = (retention: Retention) =>
    fleet.app().platform.work.write(system('test'), (tx) => dropOldReads(tx, retention, fleet.clock.now()));

  /** Readings of two years ago, when they were new. */
  beforeEach(async () => {
    // A test before this one dropped them, which a running service does not expect of months that it still fills.
    await fleet.rows('select fleet.make_reading_months($1::date[])', [LONG_AGO]);
    for (const month of LONG_AGO) {
      fleet.clock.set(`${month}T12:00:00.000Z`);
      const value = 100 + LONG_AGO.indexOf(month) * 50;
      const polledAt = `${month}T09:00:00.000Z`;
      await fleet.record(uploadOf([{ serialNumber: 'A1', polledAt, meters: { total: value } }]));
    }
    fleet.clock.set('2026-11-20T10:00:00.000Z');
  });

  test('whole months are given up when they are older than they are kept; what they made stays', async () => {
    const before = await fleet.rows(STATE);
    expect(await dropOld({ meterReads: 25, supplyLevels: null })).toEqual([
      'meter_read_2024_08',
      'meter_read_2024_09',
    ]);
    expect(await dropOld({ meterReads: 25, supplyLevels: null })).toEqual([]);
    expect(await fleet.rows(STATE)).toEqual(before);
    expect(await rebuild()).toEqual([]);
    expect(await fleet.rows(STATE)).toEqual(before);
    await fleet.record(uploadOf(pollOn('2026-11-19', 1350)));
    expect(
      await fleet.rows(
        `select volume::int from fleet.device_month where device_id = $1 and month = '2026-11-01'`,
        [device.id],
      ),
    ).toEqual([{ volume: 150 }]);
  });

  test('supply levels have a time of their own', async () => {
    expect(await dropOld({ meterReads: null, supplyLevels: 13 })).toEqual(
      LONG_AGO.map((month) => `supply_level_read_${month.slice(0, 7).replace('-', '_')}`),
    );
    expect(await fleet.rows(`select from fleet.meter_read where read_at < '2025-01-01'`)).toHaveLength(3);
  });

  test('months that late readings may still touch are out of reach, and so is every other table', async () => {
    await expect(dropOld({ meterReads: 2, supplyLevels: null })).rejects.toThrow('are needed');
    await expect(dropOld({ meterReads: null, supplyLevels: 1 })).rejects.toThrow('are needed');
    const drop = fleet
      .app()
      .platform.work.write(actors.system, (tx) =>
        tx.query('select drop_reading_months($1, $2::date)', ['device_event', '2020-01-01']),
      );
    await expect(drop).rejects.toThrow('are needed');
  });
});
