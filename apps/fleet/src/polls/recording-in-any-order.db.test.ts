import fc from 'fast-check';
import { buildDevice, buildSite } from '../../test/factories';
import { type PollOfDevice, uploadOf } from '../../test/polls';
import { useFleet } from '../../test/use-fleet';

const fleet = useFleet();

const site = buildSite();
const devices = ['P1', 'P2'].map((serialNumber) =>
  buildDevice(site, { serialNumber, lastSeenHoursAgo: null }),
);

/** Everything that a customer is shown or billed by, without ids and without what depends on the time of arrival. */
const STATE = `
  select 'device' as what, d.serial_number as name, d.last_seen_at::text || ' ' || d.status as value from fleet.device d
  union all select 'meter', d.serial_number || ' ' || m.kind, m.value || ' ' || m.read_at
    from fleet.meter m join fleet.device d on d.id = m.device_id
  union all select 'month', concat_ws(' ', d.serial_number, v.month, v.kind), v.volume::text
    from fleet.device_month v join fleet.device d on d.id = v.device_id
  union all select 'customer month', concat_ws(' ', v.month, v.kind), v.volume || ' of ' || v.devices
    from fleet.customer_month v
  union all select 'supply', d.serial_number || ' ' || s.slot, s.level_state || ' ' || coalesce(s.level_percent, -1) || ' ' || s.read_at
    from fleet.supply s join fleet.device d on d.id = s.device_id
  union all select 'alert', d.serial_number, a.description
    from fleet.device_alert a join fleet.device d on d.id = a.device_id where a.cleared_at is null
  union all select 'case', d.serial_number || ' ' || m.kind, ''
    from fleet.meter_exception x join fleet.meter m on m.id = x.meter_id join fleet.device d on d.id = m.device_id
  union all select 'reads', '', count(*)::text from fleet.meter_read
  order by 1, 2, 3`;

/** Polls of three months at distinct times, with counters that grow, fall, stand still or are missing. */
const polls: fc.Arbitrary<PollOfDevice[]> = fc
  .uniqueArray(
    fc.record({
      hour: fc.integer({ min: 0, max: 24 * 80 }),
      serialNumber: fc.constantFrom('P1', 'P2'),
      status: fc.constantFrom('IDLE', 'DOWN', 'WARNING'),
      meters: fc.dictionary(
        fc.constantFrom('total', 'mono', 'color', 'scan'),
        fc.integer({ min: 0, max: 40 }),
        {
          noNullPrototype: true,
        },
      ),
      percent: fc.option(fc.integer({ min: 0, max: 100 })),
      alert: fc.option(fc.constantFrom('Jam', 'Door open')),
    }),
    { selector: (poll) => `${poll.serialNumber} ${poll.hour}`, minLength: 1, maxLength: 12 },
  )
  .map((made) =>
    made.map(({ hour, percent, alert, ...poll }) => ({
      ...poll,
      polledAt: new Date(Date.UTC(2026, 8, 1, hour)).toISOString(),
      supplies: [{ slot: '1', percent }],
      alerts: alert ? [{ code: null, description: alert }] : [],
    })),
  );

/** Uploads in which every poll occurs at least once, cut, mixed and repeated at will. */
const deliveries = polls.chain((all) =>
  fc.record({
    all: fc.constant(all),
    uploads: fc
      .tuple(
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.array(fc.constantFrom(...all), { maxLength: 8 }),
        fc.integer({ min: 1, max: 5 }),
      )
      .map(([once, again, size]) => {
        const sent = [...once, ...again];
        return Array.from({ length: Math.ceil(sent.length / size) }, (_, at) =>
          sent.slice(at * size, (at + 1) * size),
        );
      }),
  }),
);

test('T14 polls in any order and number leave the same counters, volumes, levels and states', async () => {
  const stateAfter = async (uploads: readonly PollOfDevice[][]) => {
    await fleet
      .admin()
      .query(
        'delete from fleet.device; delete from fleet.meter_read; delete from fleet.supply_level_read; delete from fleet.customer_month',
      );
    await fleet.load({ sites: [site], devices });
    for (const upload of uploads) await fleet.record(uploadOf(upload));
    return fleet.rows(STATE);
  };
  await fc.assert(
    fc.asyncProperty(deliveries, async ({ all, uploads }) => {
      const inOrder = [...all].sort((a, b) => a.polledAt.localeCompare(b.polledAt)).map((poll) => [poll]);
      expect(await stateAfter(uploads)).toEqual(await stateAfter(inOrder));
    }),
    { numRuns: 40 },
  );
}, 120_000);
