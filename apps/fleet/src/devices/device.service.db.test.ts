import { statementsOf } from '@platen/testing';
import { actors } from '../../test/actors';
import { buildDevice, buildSite, buildSupply } from '../../test/factories';
import { type Listed, LIST, listsOf } from '../../test/device-list';
import { useFleet } from '../../test/use-fleet';

const fleet = useFleet();

const { list, names } = listsOf(fleet);

const milano = buildSite();
const torino = buildSite({ name: 'Torino', city: 'Torino' });

describe('pages', () => {
  const devices = ['c', 'a', 'b', 'a', 'd'].map((name, index) =>
    buildDevice(index % 2 ? torino : milano, { name, lastSeenHoursAgo: [3, null, 30, 1, 2][index] ?? null }),
  );
  beforeEach(() => fleet.load({ sites: [milano, torino], devices }));

  const walk = async (orderBy: string, first: number) => {
    const found: string[] = [];
    let after: string | null = null;
    do {
      const page: Listed['devices'] = await list(actors.administrator, { orderBy, first, after });
      found.push(...page.edges.map((edge) => edge.node.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    return found;
  };

  test.each(['NAME', 'SITE', 'LAST_SEEN', 'URGENCY'])(
    'by %s show every machine once, whatever their size',
    async (order) => {
      const whole = await walk(order, 100);
      expect(new Set(whole)).toEqual(new Set(devices.map((device) => device.id)));
      expect(await walk(order, 1)).toEqual(whole);
      expect(await walk(order, 2)).toEqual(whole);
    },
  );

  test('are ordered as asked', async () => {
    const at = (index: number) => devices[index]?.id;
    expect(await names(actors.administrator, { orderBy: 'NAME' })).toEqual(['a', 'a', 'b', 'c', 'd']);
    expect(await names(actors.administrator, { orderBy: 'SITE' })).toEqual(['b', 'c', 'd', 'a', 'a']);
    expect(await walk('LAST_SEEN', 10)).toEqual([at(3), at(4), at(0), at(2), at(1)]);
  });

  test('tell where they stand', async () => {
    const { pageInfo } = await list(actors.administrator, { first: 2 });
    expect(pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(
      (await list(actors.administrator, { first: 3, after: pageInfo.endCursor })).pageInfo,
    ).toMatchObject({
      hasNextPage: false,
      hasPreviousPage: true,
    });
  });

  const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
  test.each([
    ['a size of 0', { first: 0 }],
    ['a size of 101', { first: 101 }],
    ['a cursor of another list', { after: cursor('a') }],
    ['a cursor of another order', { after: cursor('a', devices[0]?.id), orderBy: 'LAST_SEEN' }],
    ['a made-up id', { after: cursor('a', 'b') }],
    [
      'a made-up instant',
      { after: cursor('2026-99-99T00:00:00.000Z', devices[0]?.id), orderBy: 'LAST_SEEN' },
    ],
    ['a NUL byte', { after: cursor('a\0', devices[0]?.id) }],
    ['no base64', { after: '%%%' }],
  ])('%s is bad input', async (_, variables) => {
    const answer = await fleet.ask(actors.administrator, LIST, variables);
    expect(answer.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('states and filters', () => {
  const of = (name: string, overrides: Parameters<typeof buildDevice>[1] = {}) =>
    buildDevice(milano, { name, ...overrides });
  const low = buildSupply({ levelPercent: 15 });
  const devices = [
    of('working'),
    of('down', { status: 'down' }),
    of('warned', { status: 'warning' }),
    of('complaining', { errors: ['lowPaper'] }),
    of('quiet', { lastSeenHoursAgo: 25, status: 'down' }),
    of('never heard of', { lastSeenHoursAgo: null }),
    of('unwatched', { monitored: false, status: 'down', supplies: [low] }),
    of('low', { supplies: [low, buildSupply({ slot: '1.2', levelPercent: 16 })] }),
  ];
  beforeEach(() => fleet.load({ sites: [milano, torino], devices }));

  test('R39 each machine is in exactly one state', async () => {
    const { edges } = await list(actors.administrator);
    expect(Object.fromEntries(edges.map(({ node }) => [node.name, node.state]))).toEqual({
      working: 'WORKING',
      down: 'DOWN',
      warned: 'WARNING',
      complaining: 'WARNING',
      quiet: 'SILENT',
      'never heard of': 'SILENT',
      unwatched: 'NOT_MONITORED',
      low: 'WORKING',
    });
  });

  test('the figures count them', async () => {
    const { fleetSummary } = await fleet.data<{ fleetSummary: unknown }>(
      actors.administrator,
      '{ fleetSummary { devices working warning down silent notMonitored lowSupplies } }',
    );
    expect(fleetSummary).toEqual({
      devices: 8,
      working: 2,
      warning: 2,
      down: 1,
      silent: 2,
      notMonitored: 1,
      lowSupplies: 1,
    });
  });

  test('urgency puts what needs a person first', async () => {
    expect(await names(actors.administrator, { orderBy: 'URGENCY' })).toEqual([
      'down',
      'never heard of',
      'quiet',
      'low',
      'complaining',
      'warned',
      'working',
      'unwatched',
    ]);
  });

  test.each([
    [{ states: ['DOWN', 'SILENT'] }, ['down', 'never heard of', 'quiet']],
    [{ states: [] }, []],
    [{ attention: 'DOWN' }, ['down']],
    [{ attention: 'SILENT' }, ['never heard of', 'quiet']],
    [{ attention: 'LOW_SUPPLY' }, ['low']],
    [{ attention: 'ANY' }, ['down', 'low', 'never heard of', 'quiet']],
    [{ search: 'HEARD' }, ['never heard of']],
    [{ search: '%' }, []],
    [{ siteId: torino.id }, []],
    [{ siteId: 'no id' }, []],
    [{ siteId: milano.id, search: 'quiet', states: ['SILENT'] }, ['quiet']],
  ])('the list narrowed to %j', async (filter, expected) => {
    const page = await list(actors.administrator, { filter });
    expect(page.edges.map((edge) => edge.node.name)).toEqual(expected);
    expect(page.totalCount).toBe(expected.length);
  });

  test('R38 no level is shown of a machine that is not monitored', async () => {
    const unwatched = devices.find((device) => device.name === 'unwatched');
    const { device } = await fleet.data<{ device: { supplies: unknown } }>(
      actors.administrator,
      `query ($id: ID!) { device(id: $id) { supplies { low daysLeft { low } level { state percent at source } } } }`,
      { id: unwatched?.id },
    );
    expect(device.supplies).toEqual([
      {
        low: false,
        daysLeft: null,
        level: { state: 'NOT_MONITORED', percent: null, at: null, source: null },
      },
    ]);
  });

  test('of a branch not heard of yet nothing counts as silent or low', async () => {
    await fleet.admin().query('delete from fleet.known_branch');
    expect(await names(actors.administrator, { filter: { attention: 'ANY' } })).toEqual([
      'down',
      'never heard of',
      'quiet',
    ]);
    expect(await names(actors.administrator, { filter: { attention: 'LOW_SUPPLY' } })).toEqual([]);
  });
});

test('a retired machine leaves lists and figures, and can still be referred to', async () => {
  const device = buildDevice(milano);
  await fleet.load({ sites: [milano], devices: [device] });
  await fleet.admin().query("update fleet.device set retired_at = now(), lifecycle = 'retired'");
  expect(await names(actors.administrator)).toEqual([]);
  expect(
    await fleet.data(actors.administrator, 'query ($id: ID!) { device(id: $id) { id } }', { id: device.id }),
  ).toEqual({ device: { id: device.id } });
});

test('a list takes the same number of statements for 5 and for 50 machines', async () => {
  const devices = Array.from({ length: 50 }, () => buildDevice(milano, { supplies: [buildSupply()] }));
  await fleet.load({ sites: [milano], devices });
  const document = `query ($first: Int) { devices(first: $first) { totalCount edges { node { id name state
    site { name deviceCount } supplies { level { percent } daysLeft { low } } meters { value } alerts { code } } } }
    fleetSummary { devices } }`;
  const asked = async (first: number) =>
    (await statementsOf(() => fleet.data(actors.administrator, document, { first }))).length;
  expect(await asked(5)).toBe(7);
  expect(await asked(50)).toBe(7);
});
