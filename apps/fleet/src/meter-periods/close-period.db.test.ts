import type { Actor } from '@platen/platform';
import { actorOf, actors, bianchi, italy, rossi } from '../../test/actors';
import { useFleet } from '../../test/use-fleet';

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
