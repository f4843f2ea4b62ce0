import { system } from '@platen/platform';
import { actors, bianchi, italy, rossi } from '../../test/actors';
import { buildDevice, buildMember, buildSite } from '../../test/factories';
import { pollAt, uploadOf } from '../../test/polls';
import { NOW, useFleet } from '../../test/use-fleet';
import { lookAtBranches, markSilentMachines } from './silence.jobs';

const fleet = useFleet();
const site = buildSite();
const elsewhere = buildSite({ customerId: bianchi });
const heard = buildDevice(site, { name: 'Heard', serialNumber: 'A2' });
const silent = buildDevice(site, { name: 'Silent', serialNumber: 'A1', lastSeenHoursAgo: 30 });
const unwatched = buildDevice(site, { name: 'Unwatched', monitored: false, lastSeenHoursAgo: 30 });
const foreign = buildDevice(elsewhere, { name: 'Foreign', lastSeenHoursAgo: 40 });

const look = () =>
  fleet.app().platform.work.write(system('job'), (tx) => markSilentMachines(italy, fleet.clock, { tx }));
const hoursLater = (hours: number) =>
  fleet.clock.set(new Date(new Date(NOW).getTime() + hours * 3_600_000).toISOString());
const told = () =>
  fleet.events<{ customerId: string; count: number; machines: { name: string }[]; together: boolean }>(
    'fleet.devices.fell-silent.v1',
  );
const marked = async () =>
  (
    await fleet.rows<{ name: string }>(
      'select name from fleet.device where silent_since is not null order by 1',
    )
  ).map(({ name }) => name);
const timeline = () =>
  fleet.rows<{ name: string; kind: string; at: Date }>(
    `select d.name, e.kind, e.happened_at as at from fleet.device_event e join fleet.device d on d.id = e.device_id
     where e.kind in ('fell-silent', 'heard-again') order by e.happened_at, d.name, e.kind`,
  );

beforeEach(async () => {
  await fleet.load({ sites: [site, elsewhere], devices: [heard, silent, unwatched, foreign] });
  await fleet.forgetEvents();
});

test('P16 a watched machine unheard for longer than its branch allows is marked, once', async () => {
  await look();
  await look();
  expect(await marked()).toEqual(['Foreign', 'Silent']);
  expect(await timeline()).toEqual([
    { name: 'Foreign', kind: 'fell-silent', at: new Date(NOW) },
    { name: 'Silent', kind: 'fell-silent', at: new Date(NOW) },
  ]);
});

test.each([
  ['is not used yet', `lifecycle = 'planned'`],
  ['is in repair', `lifecycle = 'in_repair'`],
  ['is no longer watched', 'monitored = false'],
  ['is retired', `lifecycle = 'retired', retired_at = now()`],
])('a machine that %s is not silent, and not said to be heard again', async (_, change) => {
  await look();
  await fleet.rows(`update fleet.device set ${change} where id = $1`, [silent.id]);
  await look();
  expect(await marked()).toEqual(['Foreign']);
  expect((await timeline()).map(({ kind }) => kind)).toEqual(['fell-silent', 'fell-silent']);
});

test('the next poll clears the mark and stands on the timeline; an older one does not', async () => {
  await look();
  await fleet.record(uploadOf([pollAt('19T11:00')]));
  expect(await marked()).toEqual(['Foreign', 'Silent']);
  hoursLater(1);
  await fleet.record(uploadOf([pollAt('20T10:30')]));
  expect(await marked()).toEqual(['Foreign']);
  expect((await timeline()).at(-1)).toEqual({
    name: 'Silent',
    kind: 'heard-again',
    at: new Date('2026-11-20T10:30:00.000Z'),
  });
});

test('a poll that came late but is young enough clears it with the next look', async () => {
  await look();
  await fleet.record(uploadOf([pollAt('20T09:00')]));
  expect(await marked()).toEqual(['Foreign', 'Silent']);
  await look();
  expect(await marked()).toEqual(['Foreign']);
});

test('an organisation hears of its machines alone, once a day, however many workers look at once', async () => {
  await Promise.all(Array.from({ length: 8 }, look));
  const both = (await told()).sort((a, b) => (a.customerId === rossi ? -1 : b.customerId === rossi ? 1 : 0));
  expect(both).toMatchObject([
    { customerId: rossi, count: 1, machines: [{ name: 'Silent', siteName: 'Milano' }], together: false },
    { customerId: bianchi, count: 1, machines: [{ name: 'Foreign' }] },
  ]);
  expect((await timeline()).length).toBe(2);
});

test('what falls silent within the day is told the day after, and what was told is not told again', async () => {
  await look();
  await fleet.forgetEvents();
  hoursLater(23.5);
  await look();
  expect(await marked()).toEqual(['Foreign', 'Heard', 'Silent']);
  expect(await told()).toEqual([]);
  hoursLater(24);
  await look();
  expect(await told()).toMatchObject([{ customerId: rossi, count: 1, machines: [{ name: 'Heard' }] }]);
  hoursLater(72);
  await look();
  expect(await told()).toHaveLength(1);
});

test('most machines of a collector at once speak of the collector', async () => {
  const many = Array.from({ length: 12 }, (_, index) =>
    buildDevice(site, { name: `P${String(index).padStart(2, '0')}`, serialNumber: `P${index}` }),
  );
  await fleet.load({ sites: [], devices: many });
  await fleet.record(uploadOf(many.map(({ serialNumber }) => pollAt('20T09:30', { serialNumber }))));
  await fleet.forgetEvents();
  hoursLater(24);
  await fleet.record(
    uploadOf([pollAt('21T09:30', { serialNumber: 'P0' }), pollAt('21T09:30', { serialNumber: 'A2' })]),
  );
  await look();
  const [mine] = (await told()).filter(({ customerId }) => customerId === rossi);
  expect(mine).toMatchObject({ count: 12, together: true });
  expect(mine?.machines.map(({ name }) => name)).toEqual([
    ...['P01', 'P02', 'P03', 'P04', 'P05', 'P06', 'P07', 'P08', 'P09', 'P10'],
  ]);
});

test('every branch is looked at by a job of its own', async () => {
  await fleet.app().platform.work.write(system('job'), (tx) => lookAtBranches({ tx }));
  expect(await fleet.events('fleet.mark-silence')).toHaveLength(2);
});

const SILENCE = `query ($id: ID!) { device(id: $id) { state
  silence { since limitHours cause nearby heardNearby addressTaken
    collectorState collectorReportedAt collectorClockOffMinutes failure } } }`;
const why = async (actor: (typeof actors)[keyof typeof actors], id = silent.id) =>
  (await fleet.data<{ device: { state: string; silence: unknown } | null }>(actor, SILENCE, { id })).device;

test('a machine that is heard has no silence to explain', async () => {
  expect(await why(actors.administrator, heard.id)).toEqual({ state: 'WORKING', silence: null });
  expect((await why(actors.administrator, unwatched.id))?.silence).toBeNull();
  expect(await why(actors['administrator of another customer'])).toBeNull();
});

test('a silent one is told with what is known of its neighbours, as far as its viewer sees them', async () => {
  const facts = { limitHours: 24, cause: 'MACHINE', addressTaken: false };
  const { silence } = (await why(actors.administrator)) as { silence: { since: string } };
  expect(silence).toMatchObject({ ...facts, nearby: 1, heardNearby: 1 });
  expect(new Date(silence.since).toISOString()).toBe('2026-11-20T04:00:00.000Z');
  await fleet.load({ users: [buildMember([silent.id])] });
  expect((await why(actors.member))?.silence).toMatchObject({ ...facts, nearby: 0, heardNearby: 0 });
});

test('another machine at its address is the likelier reason', async () => {
  await fleet.rows(`update fleet.device set ip_address = '192.0.2.77' where id = any($1)`, [
    [heard.id, silent.id],
  ]);
  expect((await why(actors.administrator))?.silence).toMatchObject({
    cause: 'ADDRESS_TAKEN',
    addressTaken: true,
  });
});

/** The collector that read these machines last, as it stands; its last report was minutes ago. */
async function collectorThat(
  { access = 'enrolled', minutesAgo = 5, offset = 0, customerId = rossi } = {},
  machines: readonly { id: string }[] = [heard, silent],
) {
  const [made] = await fleet.rows<{ id: string }>(
    `insert into fleet.collector (customer_id, branch_id, site_id, name, created_at, access, last_report_at, report)
     values ($1, $2, $3, 'Cellar', $4, $5, $4::timestamptz - make_interval(mins => $6), $7) returning id`,
    [customerId, italy, site.id, NOW, access, minutesAgo, { clockOffsetSeconds: offset }],
  );
  await fleet.rows('update fleet.device set heard_by = $1 where id = any($2)', [
    made?.id,
    machines.map(({ id }) => id),
  ]);
  return made?.id ?? '';
}
const failing = (collectorId: string, reason: string, address = '192.0.2.77', customerId = rossi) =>
  fleet.rows('insert into fleet.collector_failure values ($1, $2, $3, $4, $5)', [
    ...[customerId, collectorId, address, reason, NOW],
  ]);
const at77 = () => fleet.rows(`update fleet.device set ip_address = '192.0.2.77' where id = $1`, [silent.id]);

describe('its collector', () => {
  test.each([
    ['has lost its key', { access: 'revoked' }, { cause: 'COLLECTOR_REVOKED', collectorState: 'REVOKED' }],
    ['misses its rounds', { minutesAgo: 300 }, { cause: 'COLLECTOR_SILENT', collectorState: 'SILENT' }],
    ['works', {}, { cause: 'MACHINE', collectorState: 'ONLINE', collectorClockOffMinutes: null }],
  ])('%s', async (_, state, told) => {
    await collectorThat(state);
    expect((await why(actors.administrator))?.silence).toMatchObject(told);
  });

  test.each([
    [-301, 5],
    [86_400, 1440],
    [300, null],
  ])('has a clock that is off by %i seconds', async (offset, minutes) => {
    await collectorThat({ offset }, [silent]);
    expect((await why(actors.administrator))?.silence).toMatchObject({
      cause: minutes ? 'COLLECTOR_CLOCK' : 'MACHINE',
      collectorClockOffMinutes: minutes,
    });
  });

  test('tells what its address answered; what other addresses and other collectors tell does not count', async () => {
    await at77();
    const own = await collectorThat();
    const other = await collectorThat({}, []);
    await failing(own, 'OTHER', '192.0.2.78');
    await failing(other, 'NO_PRINTER');
    expect((await why(actors.administrator))?.silence).toMatchObject({ cause: 'MACHINE', failure: null });
    await failing(own, 'ACCESS_REFUSED');
    expect((await why(actors.administrator))?.silence).toMatchObject({
      cause: 'ACCESS_REFUSED',
      failure: 'ACCESS_REFUSED',
    });
  });

  test('tells of a machine of its place that was never heard, and of none of another organisation', async () => {
    await at77();
    await fleet.rows('update fleet.device set last_seen_at = null, heard_by = null where id = $1', [
      silent.id,
    ]);
    const foreigner = await collectorThat({ customerId: bianchi }, []);
    await failing(foreigner, 'ACCESS_REFUSED', '192.0.2.77', bianchi);
    expect((await why(actors.administrator))?.silence).toMatchObject({ cause: 'NEVER_HEARD', failure: null });
    await failing(await collectorThat({}, []), 'ACCESS_REFUSED');
    expect((await why(actors.administrator))?.silence).toMatchObject({ cause: 'ACCESS_REFUSED' });
  });
});
