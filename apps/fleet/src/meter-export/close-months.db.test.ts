import { system } from '@platen/platform';
import { bianchi, italy, rossi } from '../../test/actors';
import { buildDevice, buildSite } from '../../test/factories';
import { totalAt, uploadOf } from '../../test/polls';
import { useFleet } from '../../test/use-fleet';
import { handInClosings, orderClosings } from './close-months';

const fleet = useFleet();
const site = buildSite();
const [one, two, byHand] = [
  buildDevice(site, { serialNumber: 'A1', lastSeenHoursAgo: null }),
  buildDevice(site, { serialNumber: 'A2', lastSeenHoursAgo: null }),
  buildDevice(site, { serialNumber: 'A3', monitored: false, lastSeenHoursAgo: null }),
];
const elsewhere = buildSite({ customerId: bianchi });
const foreign = buildDevice(elsewhere, { serialNumber: 'B1', lastSeenHoursAgo: null });

const work = () => fleet.app().platform.work;
const order = () => work().write(system('job'), (tx) => orderClosings({ tx }, fleet.clock));
type Due = Parameters<typeof handInClosings>[1];
const ordered = async () =>
  (await fleet.events<Due>('fleet.close-meter-month')).toSorted((a, b) =>
    a.customerId.localeCompare(b.customerId),
  );
const close = (due: Due) => work().write(system('job'), (tx) => handInClosings(tx, due, fleet.clock.now()));
const november: Due = {
  customerId: rossi,
  branchId: italy,
  month: '2026-11-01',
  from: '2026-10-31T23:00:00.000Z',
  to: '2026-11-30T23:00:00.000Z',
};
const closings = () =>
  fleet.rows<Record<string, unknown>>(
    `select d.serial_number as serial, h.source, h.export_no as no, h.read_at as at, v.value, v.previous
     from fleet.meter_hand_in h join fleet.device d on d.id = h.device_id
     join fleet.meter_hand_in_value v on v.hand_in_id = h.id order by h.export_no`,
  );

beforeEach(async () => {
  await fleet.load({ sites: [site, elsewhere], devices: [one, two, byHand, foreign] });
  await fleet.forgetEvents();
});

test("R65 the month that ended on the branch's calendar is closed once it is six in the morning there", async () => {
  fleet.clock.set('2026-12-01T04:59:00.000Z');
  await order();
  expect((await ordered()).map(({ month }) => month)).toEqual(['2026-10-01', '2026-10-01']);
  await fleet.forgetEvents();
  fleet.clock.set('2026-12-01T05:00:00.000Z');
  await order();
  expect(await ordered()).toEqual([november, { ...november, customerId: bianchi }]);
});

test('each machine hands in the last values before the end; one that was silent all month, none', async () => {
  fleet.clock.set('2026-12-01T06:00:00.000Z');
  const at = (polledAt: string, value: number, serialNumber = 'A1') => ({
    ...totalAt('01T00:00', value),
    polledAt,
    serialNumber,
  });
  await fleet.record(
    uploadOf([
      at('2026-10-31T22:00:00.000Z', 900),
      at('2026-10-31T22:00:00.000Z', 50, 'A2'),
      at('2026-11-15T12:00:00.000Z', 1000),
      at('2026-11-30T22:59:00.000Z', 1100),
      at('2026-11-30T23:01:00.000Z', 1200),
    ]),
  );
  await close(november);
  expect(await closings()).toEqual([
    {
      serial: 'A1',
      source: 'device',
      no: '1',
      at: new Date('2026-11-30T22:59:00.000Z'),
      value: '1100',
      previous: null,
    },
  ]);
  expect(await fleet.events('fleet.meter-hand-in.accepted.v1')).toHaveLength(1);

  await fleet.record(uploadOf([at('2026-12-20T12:00:00.000Z', 1500)]));
  fleet.clock.set('2027-01-01T06:00:00.000Z');
  await fleet.record(uploadOf([at('2026-12-20T12:00:00.000Z', 1500)]));
  await close({ ...november, month: '2026-12-01', from: november.to, to: '2026-12-31T23:00:00.000Z' });
  expect((await closings()).map(({ value, previous }) => [value, previous])).toEqual([
    ['1100', null],
    ['1500', '1100'],
  ]);
});

test('twice, or by six workers at once, a month is closed once', async () => {
  fleet.clock.set('2026-12-01T06:00:00.000Z');
  await fleet.record(uploadOf([{ ...totalAt('20T09:00', 1000), serialNumber: 'A1' }]));
  await Promise.all(Array.from({ length: 6 }, () => close(november)));
  await close(november);
  expect(await closings()).toHaveLength(1);
  await fleet.forgetEvents();
  await order();
  expect((await ordered()).map(({ customerId }) => customerId)).toEqual([bianchi]);
});
