import { actors, italy } from '../../test/actors';
import { buildDevice, buildSite } from '../../test/factories';
import { pollAt, uploadOf } from '../../test/polls';
import { useFleet } from '../../test/use-fleet';

const fleet = useFleet();

const site = buildSite();
const device = buildDevice(site, { serialNumber: 'A1', lastSeenHoursAgo: null });

beforeEach(() => fleet.load({ sites: [site], devices: [device] }));

describe('news of supplies', () => {
  const told = async () =>
    (
      await fleet.events<{ levelState: string; levelPercent: number | null }>('fleet.supply-level.changed.v1')
    ).map((event) => event.levelPercent ?? event.levelState);
  const level = (time: string, percent: number | null, cartridgeSerial?: string) =>
    fleet.record(uploadOf([pollAt(time, { supplies: [{ slot: '1', percent, cartridgeSerial }] })]));

  test('are told for a change of a point or more, of state and of cartridge', async () => {
    await level('20T08:00', 50);
    await level('20T08:10', 49.5);
    await level('20T08:20', 49);
    await level('20T08:30', 49);
    await level('20T08:40', null);
    await level('20T08:50', 49);
    await level('20T09:00', 49, 'C2');
    expect(await told()).toEqual([50, 49, 'some', 49, 49]);
  });

  test('count a slow drift from the level told last', async () => {
    for (const [index, percent] of [30, 29.6, 29.2, 28.8, 28.4].entries())
      await level(`20T08:0${index}`, percent);
    expect(await told()).toEqual([30, 28.8]);
  });

  test('are told once a day although nothing moved, so that nobody takes a machine for silent', async () => {
    for (const time of ['18T08:00', '18T20:00', '19T08:00', '19T20:00', '20T00:00', '20T09:00'])
      await level(time, 50);
    expect(await told()).toEqual([50, 50, 50]);
  });

  test('carry the counter that goes with them', async () => {
    await fleet.record(
      uploadOf([
        pollAt('20T08:00', { meters: { mono: 30, color: 12 }, supplies: [{ slot: '1', percent: 8 }] }),
      ]),
    );
    const [event] = await fleet.events<Record<string, unknown>>('fleet.supply-level.changed.v1');
    expect(event).toMatchObject({
      deviceId: device.id,
      branchId: italy,
      levelPercent: 8,
      totalImpressions: 42,
    });
  });

  test('R39 are not told of a machine that is not monitored', async () => {
    const unwatched = buildDevice(site, { monitored: false, serialNumber: 'U1' });
    await fleet.load({ devices: [unwatched] });
    await fleet.forgetEvents();
    await fleet.record(
      uploadOf([{ ...pollAt('20T09:30', { supplies: [{ slot: '1', percent: 3 }] }), serialNumber: 'U1' }]),
    );
    expect(await told()).toEqual([]);
  });
});

test('another cartridge stands on the timeline, drift and late levels do not', async () => {
  const upload = (time: string, percent: number, cartridgeSerial?: string) =>
    fleet.record(uploadOf([pollAt(time, { supplies: [{ slot: '1', percent, cartridgeSerial }] })]));
  await upload('20T08:00', 10, 'C1');
  await upload('20T08:10', 29, 'C1');
  await upload('20T08:20', 28, 'C2');
  await upload('20T08:30', 48, 'C2');
  await upload('20T08:05', 100, 'C9');
  const events = await fleet.rows('select kind, facts from fleet.device_event order by happened_at');
  expect(events).toMatchObject([
    { kind: 'cartridge-changed', facts: { cartridgeBefore: 'C1', cartridge: 'C2' } },
    { kind: 'cartridge-changed', facts: { percentBefore: 28, percent: 48 } },
  ]);
});

test('days left follow the pace since the last refill', async () => {
  const levels = [20, 10, 100, 90, 80, 70].map((percent, index) =>
    pollAt(`${10 + index}T09:00`, { supplies: [{ slot: '1', percent }] }),
  );
  for (const each of levels) await fleet.record(uploadOf([each]));
  const { devices } = await fleet.data<{ devices: unknown }>(
    actors.administrator,
    '{ devices { edges { node { supplies { daysLeft { low high } } } } } }',
  );
  // 70 % on the 15th at 10 % a day is empty on the 22nd at 9:00; it is the 20th, 10:00.
  expect(devices).toEqual({ edges: [{ node: { supplies: [{ daysLeft: { low: 1, high: 2 } }] } }] });
});
