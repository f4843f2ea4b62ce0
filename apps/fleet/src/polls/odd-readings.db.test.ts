import { randomUUID } from 'node:crypto';
import { actorOf, actors } from '../../test/actors';
import { buildDevice, buildSite } from '../../test/factories';
import { counts, pollAt, totalAt, uploadOf } from '../../test/polls';
import { NOW, useFleet } from '../../test/use-fleet';

const fleet = useFleet();
const site = buildSite();
const device = buildDevice(site, { serialNumber: 'A1', lastSeenHoursAgo: null });

beforeEach(() => fleet.load({ sites: [site], devices: [device] }));

const cases = () =>
  fleet.rows(
    'select kind, value_before::int, value::int from fleet.meter_exception where resolved_at is null',
  );
const volume = async () =>
  (await fleet.rows<{ volume: number }>(`select volume::int from fleet.device_month where kind = 'total'`))[0]
    ?.volume;

test('C54 a counter that jumps by a million is kept and counted, and a case for a person', async () => {
  await fleet.record(uploadOf([totalAt('10T09:00', 5000), totalAt('11T09:00', 5100)]));
  expect(await fleet.record(uploadOf([totalAt('12T09:00', 1_005_100)]))).toEqual(counts(1));
  expect(await cases()).toEqual([{ kind: 'jumped', value_before: 5100, value: 1_005_100 }]);
  expect(await volume()).toBe(1_000_100);
  await fleet.record(uploadOf([totalAt('13T09:00', 1_005_200)]));
  expect(await cases()).toHaveLength(1);
});

test('a million pages in a silent month, or one page less at once, are no case', async () => {
  await fleet.record(uploadOf([totalAt('01T09:00', 0), totalAt('10T09:00', 1_000_000)]));
  await fleet.record(uploadOf([totalAt('11T09:00', 1_999_999)]));
  expect(await cases()).toEqual([]);
});

test('two collectors that report one machine: each reading counts once, the newest state wins', async () => {
  const other = actorOf('collector', ['telemetry:write'], { id: randomUUID() });
  const first = uploadOf([
    pollAt('20T08:00', { meters: { total: 100 }, status: 'IDLE' }),
    totalAt('20T09:00', 130),
  ]);
  const second = uploadOf([
    pollAt('20T08:30', { meters: { total: 115 }, status: 'DOWN' }),
    totalAt('20T09:00', 130),
  ]);
  expect(await fleet.record(first)).toEqual(counts(2));
  expect(await fleet.record(second, other)).toEqual(counts(1, 1));
  expect(await volume()).toBe(30);
  expect(await cases()).toEqual([]);
  expect(await fleet.rows('select status, last_seen_at from fleet.device')).toEqual([
    { status: 'idle', last_seen_at: new Date('2026-11-20T09:00:00Z') },
  ]);
});

const TIME = `mutation ($input: RecordPollsInput!) { recordPolls(input: $input) {
  ... on RecordPollsSuccess { acceptedReads refusedReads serverTime } } }`;

test('a collector whose clock is a day ahead is told what time it is, and nothing of it is kept', async () => {
  const input = uploadOf([totalAt('21T10:00', 100)]);
  expect(await fleet.data(actors.collector, TIME, { input })).toEqual({
    recordPolls: { acceptedReads: 0, refusedReads: 1, serverTime: NOW },
  });
  expect(await fleet.rows('select value from fleet.meter')).toEqual([]);
  expect(await fleet.rows('select last_seen_at from fleet.device')).toEqual([{ last_seen_at: null }]);
});

test('a collector whose clock is a day behind is told what time it is; its readings count when it says', async () => {
  const input = uploadOf([totalAt('19T10:00', 100)]);
  expect(await fleet.data(actors.collector, TIME, { input })).toEqual({
    recordPolls: { acceptedReads: 1, refusedReads: 0, serverTime: NOW },
  });
});
