import { buildDevice, buildSite } from '../../test/factories';
import { uploadOf } from '../../test/polls';
import { useFleet } from '../../test/use-fleet';

const fleet = useFleet();

const site = buildSite();
const devices = Array.from({ length: 20 }, () => buildDevice(site, { lastSeenHoursAgo: null }));

beforeEach(() => fleet.load({ sites: [site], devices }));

const polls = devices.map(({ serialNumber }, index) => ({
  serialNumber,
  polledAt: '2026-11-20T09:00:00.000Z',
  meters: { total: 1000 + index, mono: 600, color: 400 + index, scan: 9 },
  supplies: [{ slot: '1', percent: 40 }],
  alerts: [{ code: 1, description: 'Door open' }],
}));

const tables = async () =>
  (
    await fleet.rows<{ counts: number[] }>(
      `select array[(select count(*) from fleet.meter), (select count(*) from fleet.meter_read),
        (select count(*) from fleet.supply), (select count(*) from fleet.supply_level_read),
        (select count(*) from fleet.device_alert), (select count(*) from fleet.device_month),
        (select count(*) from fleet.meter_exception),
        (select count(*) from fleet.outbox where name = 'fleet.supply-level.changed.v1')]::int[] as counts`,
    )
  )[0]?.counts;
const everyThingOnce = [80, 80, 20, 20, 20, 80, 0, 20];

test('T10 the same upload 200 times over ten connections is recorded once', async () => {
  const upload = uploadOf(polls);
  const answers = await Promise.all(Array.from({ length: 200 }, () => fleet.record(upload)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
    new Set([
      JSON.stringify({
        __typename: 'RecordPollsSuccess',
        acceptedReads: 80,
        duplicateReads: 0,
        refusedReads: 0,
        unknownDevices: 0,
      }),
    ]),
  );
  expect(await tables()).toEqual(everyThingOnce);
});

test('T14 the same polls in parallel under different keys and in other orders are recorded once', async () => {
  const uploads = Array.from({ length: 40 }, (_, index) =>
    uploadOf(index % 2 === 0 ? polls : [...polls].reverse()),
  );
  const answers = await Promise.all(uploads.map((upload) => fleet.record(upload)));
  const accepted = answers.map((answer) => answer.acceptedReads as number);
  expect(accepted.reduce((sum, each) => sum + each, 0)).toBe(80);
  expect(await tables()).toEqual(everyThingOnce);
});
