import { type Actor, type Tx, system } from '@platen/platform';
import { actorOf, actors, bianchi, italy, rossi } from '../../test/actors';
import { buildDevice, buildSite } from '../../test/factories';
import { handInsOf, reader } from '../../test/hand-ins';
import { useFleet } from '../../test/use-fleet';
import { lockVisibleDevices } from '../devices/lock-devices';
import { takeReads } from '../hand-ins/take-reads';
import { lockPeriods } from './lock-periods';

const fleet = useFleet();
const desk = actorOf('staff', ['meter:manage'], { customerId: null });

beforeEach(async () => {
  await fleet.rows(
    `insert into fleet.known_customer (customer_id, branch_id, version, number, name)
     values ($1, $3, 1, '100', 'Rossi'), ($2, $3, 1, '200', 'Bianchi')`,
    [rossi, bianchi, italy],
  );
});

const CLOSE = `mutation ($input: CloseMeterPeriodInput!) { closeMeterPeriod(input: $input) { __typename
  ... on CloseMeterPeriodSuccess { customerId closedThrough } ... on UserError { code message } } }`;
const close = async (through: string, actor: Actor = desk, customerId: string = rossi) =>
  (
    await fleet.data<{ closeMeterPeriod: Record<string, unknown> }>(actor, CLOSE, {
      input: { customerId, through },
    })
  ).closeMeterPeriod;
const closed = () =>
  fleet.rows(
    'select customer_id, closed_through::text as through, closed_before from fleet.meter_period_closed',
  );
const audited = async () =>
  (await fleet.events<{ action: string }>('platform.audit-entry.recorded.v1')).filter(
    ({ action }) => action === 'meter-period.closed',
  );

test('ends with the day of the branch, for one organisation, and is written down', async () => {
  expect(await close('2026-10-31')).toEqual({
    __typename: 'CloseMeterPeriodSuccess',
    customerId: rossi,
    closedThrough: '2026-10-31',
  });
  expect(await closed()).toEqual([
    { customer_id: rossi, through: '2026-10-31', closed_before: new Date('2026-10-31T23:00:00.000Z') },
  ]);
  expect(await audited()).toMatchObject([
    { target: { kind: 'customer', id: rossi }, facts: { through: '2026-10-31' } },
  ]);
});

test('ten times at once it is closed once', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => close('2026-10-31')));
  expect(answers.every(({ __typename }) => __typename === 'CloseMeterPeriodSuccess')).toBe(true);
  expect(await audited()).toHaveLength(1);
});

test('goes on to a later day, and never back', async () => {
  await close('2026-10-31');
  expect(await close('2026-09-30')).toMatchObject({ code: 'CLOSED_FURTHER' });
  expect(await close('2026-11-15')).toMatchObject({ closedThrough: '2026-11-15' });
  expect(await closed()).toMatchObject([{ through: '2026-11-15' }]);
});

test('a day that is not over in the branch stays open', async () => {
  expect(await close('2026-11-20')).toMatchObject({
    code: 'DAY_NOT_OVER',
    message: 'Only days that are over can be settled.',
  });
  fleet.clock.set('2026-11-20T23:00:00.000Z');
  expect(await close('2026-11-20')).toMatchObject({ closedThrough: '2026-11-20' });
});

test('C6 another branch and an unknown organisation are not found, and customers may not', async () => {
  const elsewhere = { ...actors['staff of another branch'], rights: desk.rights };
  expect(await close('2026-10-31', elsewhere)).toMatchObject({ code: 'CUSTOMER_NOT_FOUND' });
  expect(await close('2026-10-31', desk, 'no id')).toMatchObject({ code: 'CUSTOMER_NOT_FOUND' });
  const { errors } = await fleet.ask(actors.administrator, CLOSE, {
    input: { customerId: rossi, through: '2026-10-31' },
  });
  expect(errors?.[0]?.extensions.code).toBe('UNAUTHORIZED');
  expect(await closed()).toEqual([]);
});

describe('with a hand-in at the same time', () => {
  const site = buildSite();
  const device = buildDevice(site, { serialNumber: 'A1', monitored: false, lastSeenHoursAgo: null });
  const { handIn, verdictOf, values } = handInsOf(fleet);
  const day = new Date('2026-11-10T09:00:00.000Z');
  beforeEach(() => fleet.load({ sites: [site], devices: [device] }));

  /** A transaction that did its work and is committed when the test says so. */
  async function slow(act: (tx: Tx) => Promise<unknown>) {
    let finish = () => {};
    const held = new Promise<void>((resolve) => (finish = resolve));
    let wrote = () => {};
    const written = new Promise<void>((resolve) => (wrote = resolve));
    const ended = fleet.app().platform.work.write(system('slow'), async (tx) => {
      await act(tx);
      wrote();
      await held;
    });
    await Promise.race([written, ended]);
    return async () => {
      finish();
      await ended;
    };
  }
  /** Until somebody waits for a lock that the slow one holds. */
  async function somebodyWaits(): Promise<void> {
    const waiting = `select from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`;
    while ((await fleet.rows(waiting)).length === 0) await new Promise((resolve) => setImmediate(resolve));
  }

  test('it waits for one that is under way, and settles its readings too', async () => {
    const commit = await slow(async (tx) => {
      const devices = await lockVisibleDevices(tx, { see: 'customer', customerId: rossi }, [device.id]);
      const rows = {
        deviceId: [device.id],
        kind: ['total'],
        value: [100],
        readAt: [day],
        confirmed: [false],
      };
      const handing = { by: reader, source: 'portal', note: null, allOrNothing: false } as const;
      await takeReads(tx, handing, devices, rows, fleet.clock.now());
    });
    const closing = close('2026-11-15');
    await somebodyWaits();
    expect(await closed()).toEqual([]);
    await commit();
    expect(await closing).toMatchObject({ closedThrough: '2026-11-15' });
    expect(await values()).toEqual(['100@10T09:00']);
    expect(await verdictOf({ device, value: 200, at: '14T09:00' })).toBe('REFUSED CLOSED');
  });

  test('one that comes while it is being settled is refused', async () => {
    const commit = await slow(async (tx) => {
      await lockPeriods(tx, rossi);
      await tx.query(
        `insert into meter_period_closed (customer_id, branch_id, closed_through, closed_before, closed_at, actor_kind)
         values ($1, $2, '2026-11-15', '2026-11-15T23:00:00Z', now(), 'staff')`,
        [rossi, italy],
      );
    });
    const coming = handIn([{ device, value: 100, at: '10T09:00' }]);
    await somebodyWaits();
    await commit();
    expect((await coming).rows).toMatchObject([{ outcome: 'REFUSED', verdict: 'CLOSED' }]);
    expect(await values()).toEqual([]);
  });
});
