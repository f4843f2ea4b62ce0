import { actors } from '../../test/actors';
import { buildDevice, buildSite } from '../../test/factories';
import { uploadOf } from '../../test/polls';
import { useFleet } from '../../test/use-fleet';

const fleet = useFleet();

const site = buildSite();
const device = buildDevice(site, { serialNumber: 'A1', lastSeenHoursAgo: null });

beforeEach(() => fleet.load({ sites: [site], devices: [device] }));

test('a poll becomes state, counters and levels', async () => {
  const upload = uploadOf([
    {
      serialNumber: 'A1',
      polledAt: '2026-11-20T09:30:00.000Z',
      meters: { total: 4_294_967_295, mono: 12 },
      supplies: [{ slot: '1.1', percent: 42.5 }],
      alerts: [{ code: 1104, description: 'Toner low' }],
      errors: ['lowToner'],
    },
  ]);
  expect(await fleet.record(upload)).toEqual({
    __typename: 'RecordPollsSuccess',
    acceptedReads: 2,
    duplicateReads: 0,
    refusedReads: 0,
    unknownDevices: 0,
  });
  const { device: shown } = await fleet.data<{ device: unknown }>(
    actors.administrator,
    `query ($id: ID!) { device(id: $id) { id state errors lastSeenAt viewerCanUpdate site { name deviceCount }
      meters { kind unit value readAt source }
      supplies { slot low daysLeft { low high } level { state percent at source } }
      alerts { severity code description raisedAt } } }`,
    { id: device.id },
  );
  const at = '2026-11-20T09:30:00.000Z';
  expect(shown).toEqual({
    id: device.id,
    state: 'WARNING',
    errors: ['lowToner'],
    lastSeenAt: at,
    viewerCanUpdate: true,
    site: { name: 'Milano', deviceCount: 1 },
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
