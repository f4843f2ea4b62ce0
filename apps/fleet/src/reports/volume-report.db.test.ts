import { actors, bianchi, italy, memberId, rossi } from '../../test/actors';
import { buildDevice, buildMember, buildSite } from '../../test/factories';
import { groupsOf } from '../../test/groups';
import { uploadOf } from '../../test/polls';
import { readers, reportsOf, yearOf } from '../../test/reports';
import { useFleet } from '../../test/use-fleet';

const fleet = useFleet();
const report = reportsOf(fleet);
const { group } = groupsOf(fleet);

const milano = buildSite();
const torino = buildSite({ name: 'Torino', city: 'Torino' });
const foreign = buildSite({ customerId: bianchi });
const first = buildDevice(milano, { name: 'First', department: 'Sales', ...yearOf(100, 20) });
const second = buildDevice(milano, { name: 'Second', department: 'Law', ...yearOf(1000) });
const third = buildDevice(torino, { name: 'Third', department: 'Sales', ...yearOf(10) });
const theirs = buildDevice(foreign, { name: 'Theirs', ...yearOf(5) });

beforeEach(() =>
  fleet.load({
    sites: [milano, torino, foreign],
    devices: [first, second, third, theirs],
    users: [buildMember([first.id])],
  }),
);

const sums = (lines: readonly { name: string | null; sum: number | null }[]) =>
  Object.fromEntries(lines.map(({ name, sum }) => [name, sum]));

test('R67 the months of all machines, from the roll-up', async () => {
  const whole = await report({});
  expect(whole.months).toEqual(['2026-08', '2026-09', '2026-10']);
  expect(whole.total.total).toEqual([1130, 1130, 1130]);
  expect(whole.total.devices).toEqual([3, 3, 3]);
  expect([whole.whole, whole.runningMonth, whole.lines]).toEqual([true, null, []]);
});

test('R68 R69 the same pages by machine, location, department and group', async () => {
  const sales = await group('Sales and law', [first.id, second.id]);
  const empty = await group('Empty');
  expect(sums((await report({ by: 'DEVICE' })).lines)).toEqual({ Second: 3000, First: 360, Third: 30 });
  expect(sums((await report({ by: 'SITE' })).lines)).toEqual({ Milano: 3360, Torino: 30 });
  expect(sums((await report({ by: 'DEPARTMENT' })).lines)).toEqual({ Law: 3000, Sales: 390 });
  expect(sums((await report({ by: 'GROUP' })).lines)).toEqual({ 'Sales and law': 3360, Empty: null });
  expect((await report({ of: 'GROUP', ids: [sales] })).total.total).toEqual([1120, 1120, 1120]);
  expect((await report({ of: 'GROUP', ids: [sales, empty], by: 'DEVICE' })).total.sum).toBe(3360);
  expect((await report({ of: 'SITE', ids: [torino.id], by: 'DEVICE' })).lines).toHaveLength(1);
  expect((await report({ of: 'DEPARTMENT', ids: ['Sales'] })).total.sum).toBe(390);
});

test('roll-ups and the months of machines say the same', async () => {
  const both = await group('Both', [first.id, third.id]);
  const rolledUp = await report({ of: 'GROUP', ids: [both] });
  const added = await report({ of: 'DEVICE', ids: [first.id, third.id] });
  expect(rolledUp.total).toEqual(added.total);
});

test('most pages come first, and what is left out is counted', async () => {
  const cut = await report({ by: 'DEVICE', first: 1 });
  expect([cut.lines.map(({ name }) => name), cut.lineCount]).toEqual([['Second'], 3]);
});

test('R30 who sees some machines is told of those alone, and that there are more', async () => {
  const own = await report({ by: 'DEVICE' }, readers.member);
  expect([own.whole, own.total.sum, sums(own.lines)]).toEqual([false, 360, { First: 360 }]);
  expect((await report({ by: 'SITE' }, readers.member)).lines).toMatchObject([{ name: 'Milano', sum: 360 }]);
  const hidden = await group('Hidden', [first.id, second.id]);
  const given = await group('Given', [first.id, third.id], [memberId]);
  expect((await report({ of: 'GROUP', ids: [hidden] }, readers.member)).__typename).toBe(
    'ReportScopeNotFoundError',
  );
  expect(await report({ of: 'GROUP', ids: [given] }, readers.member)).toMatchObject({
    whole: true,
    total: { sum: 390 },
  });
  expect(sums((await report({ by: 'GROUP' }, readers.member)).lines)).toEqual({ Given: 390 });
});

test.each([
  ['DEVICE', () => first.id],
  ['SITE', () => milano.id],
  ['CUSTOMER', () => rossi],
  ['DEPARTMENT', () => 'Law'],
])('R33 %s of somebody else is not found, and nobody can tell it from none', async (of, id) => {
  for (const actor of [readers.other, readers['staff elsewhere']]) {
    expect(await report({ of, ids: [id()] }, actor)).toMatchObject({
      __typename: 'ReportScopeNotFoundError',
      message: 'Something that this report is about does not exist, or you cannot see it.',
    });
  }
  expect((await report({ of, ids: [id()] }, readers.staff)).__typename).toBe('VolumeReport');
});

test('staff sum up their branch and each of its customers', async () => {
  expect((await report({}, readers.staff)).total.sum).toBe(3405);
  expect((await report({ of: 'CUSTOMER', ids: [bianchi] }, readers.staff)).total.sum).toBe(15);
  expect((await report({}, readers['staff elsewhere'])).total.sum).toBeNull();
});

test('R70 without the right there is no report', async () => {
  const answer = await fleet.ask(
    actors.administrator,
    '{ volumeReport(input: { of: ALL, from: "2026-01", to: "2026-02" }) { __typename } }',
  );
  expect(answer.errors?.[0]?.extensions?.code).toBe('UNAUTHORIZED');
});

test('a report over ten years is refused in the language of who asks', async () => {
  const asked = { from: '2016-11', to: '2026-10' };
  expect((await report(asked)).fields).toEqual([
    {
      path: 'from',
      message: 'A report covers 36 months at most. Choose a shorter time, or make one report for each part.',
    },
  ]);
  const inItalian = await report(asked, { ...readers.administrator, locale: 'it' });
  expect(inItalian.fields?.[0]?.message).toContain('al massimo 36 mesi');
});

test('P3 a month without a reading is a gap, whose pages come with the next reading', async () => {
  const at = (day: string, total: number) => ({
    serialNumber: first.serialNumber,
    polledAt: `${day}T09:00:00.000Z`,
    meters: { total },
  });
  const lone = buildDevice(buildSite({ name: 'Lone' }), { serialNumber: 'LONE', monthlyVolumes: [] });
  await fleet.load({ sites: [{ ...milano, id: lone.siteId }], devices: [lone] });
  const polls = [at('2026-07-31', 100), at('2026-08-31', 200), at('2026-10-31', 500)];
  await fleet.record(uploadOf(polls.map((poll) => ({ ...poll, serialNumber: 'LONE' }))));
  const one = await report({ of: 'DEVICE', ids: [lone.id] });
  expect([one.total.total, one.total.devices]).toEqual([
    [100, null, 300],
    [1, 0, 1],
  ]);
  const coverage = await fleet.data<{ volumeReport: { coverage: unknown } }>(
    readers.administrator,
    COVERAGE,
    {
      input: { of: 'DEVICE', ids: [lone.id], from: '2026-06', to: '2026-11' },
    },
  );
  expect(coverage.volumeReport.coverage).toEqual({
    months: [
      { month: '2026-06', expected: 0, read: 0 },
      { month: '2026-07', expected: 1, read: 1 },
      { month: '2026-08', expected: 1, read: 1 },
      { month: '2026-09', expected: 1, read: 0 },
      { month: '2026-10', expected: 1, read: 1 },
      { month: '2026-11', expected: 1, read: 0 },
    ],
    neverRead: 0,
    sources: [{ source: 'DEVICE', devices: 1 }],
  });
});

const COVERAGE = `query ($input: VolumeReportInput!) { volumeReport(input: $input) { ... on VolumeReport {
  coverage { months { month expected read } neverRead sources { source devices } } } } }`;

test('a machine that joins a group late brings its past along', async () => {
  const late = await group('Late', [third.id]);
  expect((await report({ of: 'GROUP', ids: [late] })).total.sum).toBe(30);
  await groupsOf(fleet).fill({ groupId: late, add: [second.id] });
  expect((await report({ of: 'GROUP', ids: [late] })).total.sum).toBe(3030);
  await groupsOf(fleet).fill({ groupId: late, remove: [second.id] });
  expect((await report({ of: 'GROUP', ids: [late] })).total.sum).toBe(30);
});

const USAGE = `query ($input: VolumeReportInput!) { volumeReport(input: $input) { ... on VolumeReport {
  usage { judged median underCount overCount under { name monthlyMean rangeFrom rangeTo rule }
    over { name monthlyMean rangeFrom rangeTo rule } } } } }`;

test('few machines are not compared, but a model with a range is judged by it', async () => {
  const asked = { input: { of: 'ALL', from: '2026-01', to: '2026-11' } };
  const usage = async () =>
    (await fleet.data<{ volumeReport: { usage: object } }>(readers.administrator, USAGE, asked)).volumeReport
      .usage;
  expect(await usage()).toEqual({ judged: 0, median: 120, underCount: 0, overCount: 0, under: [], over: [] });
  await fleet.rows(
    `insert into fleet.device_model (branch_id, maker, model, color, a3, monthly_from, monthly_to)
     values ($1, 'ACME', 'press 200', true, false, 50, 500)`,
    [italy],
  );
  await fleet.rows(
    `insert into fleet.known_customer (customer_id, branch_id, number, name, version) values ($1, $2, '1', 'Rossi', 1)
     on conflict do nothing`,
    [rossi, italy],
  );
  const range = { rangeFrom: 50, rangeTo: 500, rule: 'MODEL' };
  expect(await usage()).toEqual({
    judged: 3,
    median: 120,
    underCount: 1,
    overCount: 1,
    under: [{ name: 'Third', monthlyMean: 10, ...range }],
    over: [{ name: 'Second', monthlyMean: 1000, ...range }],
  });
});

test('ten machines are compared with the one in the middle', async () => {
  const devices = Array.from({ length: 10 }, (_, at) =>
    buildDevice(torino, {
      name: `M${at}`,
      department: 'Many',
      ...yearOf(at === 0 ? 20 : at === 9 ? 900 : 100),
    }),
  );
  await fleet.load({ devices });
  const { volumeReport } = await fleet.data<{ volumeReport: { usage: object } }>(
    readers.administrator,
    USAGE,
    {
      input: { of: 'DEPARTMENT', ids: ['Many'], from: '2026-01', to: '2026-11' },
    },
  );
  const range = { rangeFrom: 25, rangeTo: 400, rule: 'FLEET' };
  expect(volumeReport.usage).toEqual({
    judged: 10,
    median: 100,
    underCount: 1,
    overCount: 1,
    under: [{ name: 'M0', monthlyMean: 20, ...range }],
    over: [{ name: 'M9', monthlyMean: 900, ...range }],
  });
});
