import { randomUUID } from 'node:crypto';
import { personErased } from '@platen/contracts';
import { actorOf, actors, memberId } from '../../../test/actors';
import { buildDevice, buildMember, buildSite } from '../../../test/factories';
import { readers, yearOf } from '../../../test/reports';
import { useFleet } from '../../../test/use-fleet';
import { forgetReports } from '../report.events';
import { takeDueReports, tellReaders } from './send-reports';

const fleet = useFleet();
const site = buildSite();
const seen = buildDevice(site, { name: 'Seen', ...yearOf(100, 20) });
const hidden = buildDevice(site, { name: 'Hidden', ...yearOf(1000) });
const { administrator } = readers;
const colleague = '00000000-0000-7000-8000-000000000a09';
const lea = { ...readers.member, id: colleague };

beforeEach(() => fleet.load({ sites: [site], devices: [seen, hidden], users: [buildMember([seen.id])] }));

const REPORT = '{ id name shared viewerCanChange schedule { day readers { id } } }';
const act = async (name: string, input: object, actor = administrator) =>
  (
    await fleet.data<Record<string, { __typename: string; report?: { id: string } }>>(
      actor,
      `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { __typename
        ${
          name === 'deleteSavedReport'
            ? ''
            : `... on ${name === 'saveReport' ? 'SaveReport' : 'ScheduleReport'}Success { report ${REPORT} }
        ... on InvalidInputError { fields { path message } }`
        } } }`,
      { input },
    )
  )[name];
const list = async (actor = administrator) =>
  (await fleet.data<{ savedReports: { name: string }[] }>(actor, `{ savedReports ${REPORT} }`)).savedReports;

const wish = (overrides: object = {}) => ({
  idempotencyKey: randomUUID(),
  name: 'Year',
  of: 'ALL',
  ids: [],
  by: 'DEVICE',
  months: 12,
  shared: false,
  ...overrides,
});
const saved = async (overrides: object = {}, actor = administrator) =>
  (await act('saveReport', wish(overrides), actor))?.report?.id ?? '';

/** Looks for due reports and carries out what was ordered, as the worker would. */
async function aDayPasses(now: string) {
  fleet.clock.set(now);
  const app = fleet.app();
  const run = () =>
    app.platform.work.write(actors.system, (tx) => takeDueReports(app.platform.clock, { tx }));
  // Two schedulers wake up at the same time.
  await Promise.all([run(), run()]);
  const orders = await fleet.rows<{ payload: { reportId: string; month: string } }>(
    `delete from fleet.outbox where name = 'fleet.tell-report' returning payload`,
  );
  for (const { payload } of orders)
    await app.platform.work.write(actors.system, (tx) => tellReaders(payload, app.reports, { tx }));
  return orders.length;
}

test('a report is kept for its owner, and for all when it is shared', async () => {
  await saved();
  await saved({ name: 'Shared', shared: true });
  expect((await list()).map(({ name }) => name)).toEqual(['Shared', 'Year']);
  expect(await list(lea)).toMatchObject([{ name: 'Shared', viewerCanChange: false }]);
  expect(await list(readers.other)).toEqual([]);
});

test('one name is kept once, and bad wishes are refused field by field', async () => {
  await saved();
  expect(await act('saveReport', wish({ name: 'YEAR ' }))).toMatchObject({ fields: [{ path: 'name' }] });
  expect(await act('saveReport', wish({ name: '', months: 40, of: 'DEVICE' }))).toMatchObject({
    fields: [{ path: 'name' }, { path: 'months' }, { path: 'ids' }],
  });
  expect(await act('saveReport', wish({ of: 'DEVICE', ids: [hidden.id] }), lea)).toMatchObject({
    __typename: 'ReportScopeNotFoundError',
  });
  expect(await act('saveReport', wish(), readers.staff)).toMatchObject({ fields: [{ path: 'name' }] });
});

test('nobody changes the report of somebody else, shared or not', async () => {
  const reportId = await saved({ shared: true });
  for (const actor of [lea, readers.other, readers.staff]) {
    const self = [actor.id];
    expect(await act('scheduleReport', { reportId, day: 3, readerIds: self }, actor)).toMatchObject({
      __typename: 'ReportNotFoundError',
    });
    expect(await act('unscheduleReport', { reportId }, actor)).toMatchObject({
      __typename: 'ReportNotFoundError',
    });
    expect(await act('deleteSavedReport', { reportId }, actor)).toMatchObject({
      __typename: 'ReportNotFoundError',
    });
  }
  expect(await list()).toHaveLength(1);
});

test('others than oneself are sent a report only by who looks after people, and 20 at most', async () => {
  const own = await saved({}, lea);
  expect(await act('scheduleReport', { reportId: own, day: 3, readerIds: [memberId] }, lea)).toMatchObject({
    fields: [{ path: 'readerIds', message: expect.stringContaining('yourself') }],
  });
  const many = Array.from({ length: 21 }, () => randomUUID());
  const reportId = await saved();
  expect(await act('scheduleReport', { reportId, day: 29, readerIds: many })).toMatchObject({
    fields: [{ path: 'day' }, { path: 'readerIds' }],
  });
  expect(await fleet.rows('select 1 from fleet.report_schedule')).toEqual([]);
});

test('a month is told once, on its day in the zone of the branch, with what each reader may see', async () => {
  await fleet.rows(
    `update fleet.known_branch set settings = settings || '{"timeZone": "Europe/Rome"}' where code = 'IT'`,
  );
  const reportId = await saved();
  await act('scheduleReport', { reportId, day: 3, readerIds: [memberId, colleague] });
  expect(await aDayPasses('2026-11-20T10:00:00.000Z')).toBe(0);
  expect(await aDayPasses('2026-12-02T22:59:00.000Z')).toBe(0);
  expect(await aDayPasses('2026-12-02T23:01:00.000Z')).toBe(1);
  expect(await aDayPasses('2026-12-03T00:01:00.000Z')).toBe(0);
  const all = { pages: 1120, previous: 1120, mono: 100, color: 20 };
  expect(await fleet.events('fleet.report.due.v1')).toEqual([
    {
      reportId,
      customerId: administrator.customerId,
      branchId: administrator.branchId,
      ownerId: administrator.id,
      name: 'Year',
      month: '2026-11',
      path: '/reports?of=ALL&by=DEVICE&from=2025-12&to=2026-11',
      readers: [
        { userId: memberId, all, given: { pages: 120, previous: 120, mono: 100, color: 20 } },
        { userId: colleague, all, given: { pages: null, previous: null, mono: null, color: null } },
      ],
    },
  ]);
  expect(await aDayPasses('2027-01-03T12:00:00.000Z')).toBe(1);
});

test('what is sent no more, or to nobody any more, is not sent', async () => {
  const reportId = await saved();
  await act('scheduleReport', { reportId, day: 1, readerIds: [memberId] });
  await act('unscheduleReport', { reportId });
  expect(await aDayPasses('2026-12-03T12:00:00.000Z')).toBe(0);
  expect(await list()).toMatchObject([{ schedule: null }]);
});

test('C41 who is erased takes his reports and files along, and is a reader no more', async () => {
  const reportId = await saved({}, actorOf('user', [...administrator.rights], { id: colleague }));
  const mine = await saved({ name: 'Mine' });
  await act('scheduleReport', { reportId: mine, day: 1, readerIds: [colleague] });
  const person: Parameters<typeof forgetReports>[0] = personErased.payload.parse({
    userId: colleague,
    customerId: administrator.customerId,
    addressHash: 'a'.repeat(64),
  });
  await fleet.app().platform.work.write(actors.system, (tx) => forgetReports(person, { tx }));
  expect(await fleet.rows('select id from fleet.report_definition')).toEqual([{ id: mine }]);
  expect(await fleet.rows('select 1 from fleet.report_reader')).toEqual([]);
  expect(reportId).not.toBe('');
});
