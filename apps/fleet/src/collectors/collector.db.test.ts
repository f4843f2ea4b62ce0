import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Actor, system } from '@platen/platform';
import { actorOf, actors, bianchi, italy, jansen, memberId, netherlands, rossi } from '../../test/actors';
import { buildSite } from '../../test/factories';
import { useFleet } from '../../test/use-fleet';
import { rememberAccess, tellSilentCollectors } from './collector.events';
import { CollectorReleases, isOlder } from './collector-release';

const fleet = useFleet();
const milano = buildSite();
const turin = buildSite({ customerId: bianchi, name: 'Torino' });
const utrecht = buildSite({ customerId: jansen, branchId: netherlands, name: 'Utrecht' });
const administrator = actorOf('user', ['collector:manage', 'device:read', 'device:all']);
const staff = actorOf('staff', ['collector:manage', 'device:read'], { customerId: null });
const foreignStaff = { ...staff, branchId: netherlands };

const REPORT =
  'report { version devicesReached devicesFailed clockOffsetSeconds isClockOff isOutdated coverage { range asked } }';
const FIELDS = `id name state ranges excludeModels intervalSeconds lastReportAt site { name } customer { id }
  failures { address reason since } ${REPORT}`;
const ERRORS = '... on UserError { code } ... on InvalidInputError { fields { path message } }';
const CREATE = `mutation ($input: CreateCollectorInput!) { createCollector(input: $input) { __typename
  ... on CreateCollectorSuccess { collector { ${FIELDS} } } ${ERRORS} } }`;
const UPDATE = `mutation ($input: UpdateCollectorInput!) { updateCollector(input: $input) { __typename
  ... on UpdateCollectorSuccess { collector { ${FIELDS} } } ${ERRORS} } }`;
const LIST = `query ($first: Int, $after: String, $filter: CollectorFilter) {
  collectors(first: $first, after: $after, filter: $filter) {
    edges { cursor node { ${FIELDS} } } pageInfo { hasNextPage endCursor } } }`;
const ONE = `query ($id: ID!) { collector(id: $id) { ${FIELDS} } }`;
const SETTINGS = `{ collectorSettings { name ranges excludeAddresses excludeModels excludeSerials intervalSeconds serverTime } }`;
const TELL = `mutation ($input: ReportCollectorInput!) { reportCollector(input: $input) { __typename
  ... on ReportCollectorSuccess { serverTime clockOffsetSeconds } ... on UserError { code } } }`;

interface Shown {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly failures: readonly { address: string; reason: string; since: string }[];
  readonly report: Record<string, unknown> | null;
}
interface Answer {
  readonly __typename: string;
  readonly code?: string;
  readonly fields?: readonly { path: string; message: string }[];
  readonly collector?: Shown;
}

const wish = {
  ...{ name: 'Cellar', siteId: milano.id, ranges: ['10.1.2.0/24'], excludeAddresses: [], excludeModels: [] },
  ...{ excludeSerials: [], intervalSeconds: 900 },
};
const create = async (input: object = {}, actor: Actor = administrator) =>
  (
    await fleet.data<{ createCollector: Answer }>(actor, CREATE, {
      input: { idempotencyKey: randomUUID(), ...wish, ...input },
    })
  ).createCollector;
const made = async (input: object = {}, actor: Actor = administrator) => {
  const { collector } = await create(input, actor);
  if (!collector) throw new Error('no collector');
  return collector;
};
const update = async (collectorId: string, input: object, actor: Actor = administrator) => {
  const data = await fleet.data<{ updateCollector: Answer }>(actor, UPDATE, {
    input: { collectorId, ...wish, ...input },
  });
  return data.updateCollector;
};
const list = async (variables: object = {}, actor: Actor = administrator) =>
  (
    await fleet.data<{ collectors: { edges: { node: Shown }[]; pageInfo: { endCursor: string } } }>(
      actor,
      LIST,
      {
        ...variables,
      },
    )
  ).collectors;
const names = async (variables: object = {}, actor: Actor = administrator) =>
  (await list(variables, actor)).edges.map(({ node }) => node.name);
const one = async (id: string, actor: Actor = administrator) =>
  (await fleet.data<{ collector: Shown | null }>(actor, ONE, { id })).collector;
/** what the collector with this id says of itself */
const speaking = (id: string, customerId = rossi): Actor => ({ ...actors.collector, id, customerId });
const tell = async (actor: Actor, input: object = {}) =>
  (
    await fleet.data<{ reportCollector: Answer & { clockOffsetSeconds?: number } }>(actor, TELL, {
      input: {
        ...{ version: '0.1.0', hostName: 'cellar-pc', startedAt: '2026-11-20T08:00:00Z' },
        ...{
          clock: fleet.clock.now().toISOString(),
          devicesReached: 3,
          failures: [],
          requests: 40,
          packets: 0,
        },
        ...{ spoolBytes: 0, coverage: [], ...input },
      },
    })
  ).reportCollector;
const sweep = () =>
  fleet.app().platform.work.write(system('job'), (tx) => tellSilentCollectors(tx, fleet.clock.now()));
const access = (collectorId: string, state: 'code' | 'enrolled' | 'revoked', changedAt: string) =>
  fleet
    .app()
    .platform.work.write(system('event'), (tx) =>
      rememberAccess(tx, { collectorId, customerId: rossi, branchId: italy, state, changedAt }),
    );

beforeEach(() => fleet.load({ sites: [milano, turin, utrecht] }));

describe('R65 setting a collector up', () => {
  test('it belongs to the customer of its site, and identity hears of it', async () => {
    const collector = await made({
      ranges: [' 10.1.2.0/24 ', '', 'Hall.local', '10.1.2.0/24'],
      excludeModels: ['Plotter'],
    });
    expect(collector).toMatchObject({
      name: 'Cellar',
      state: 'WAITING',
      ranges: ['10.1.2.0/24', 'Hall.local'],
      excludeModels: ['Plotter'],
      intervalSeconds: 900,
      site: { name: 'Milano' },
      customer: { id: rossi },
      report: null,
    });
    expect(await fleet.events('fleet.collector.changed.v1')).toEqual([
      { collectorId: collector.id, customerId: rossi, branchId: italy, name: 'Cellar', version: 1 },
    ]);
    await update(collector.id, { name: 'Attic' });
    expect((await fleet.events<{ version: number }>('fleet.collector.changed.v1')).at(-1)).toMatchObject({
      name: 'Attic',
      version: 2,
    });
    expect(await fleet.events('platform.audit-entry.recorded.v1')).toMatchObject([
      { action: 'collector.changed', facts: { change: 'created' } },
      { action: 'collector.changed', facts: { change: 'settings' } },
    ]);
  });

  test('C50 the same call again makes no second one', async () => {
    const call = { idempotencyKey: 'the same key' };
    const first = await made(call);
    expect((await made(call)).id).toBe(first.id);
    expect((await create({ ...call, name: 'Other' })).code).toBe('IDEMPOTENCY_CONFLICT');
    expect(await names()).toEqual(['Cellar']);
  });

  test.each([
    [{ name: ' ' }, 'name'],
    [{ name: 'x'.repeat(121) }, 'name'],
    [{ name: 'a\u202eb' }, 'name'],
    [{ ranges: ['10.1.2.300'] }, 'ranges'],
    [{ ranges: ['udp://10.1.2.3?community=secret'] }, 'ranges'],
    [{ ranges: ['10.0.0.0/8'] }, 'ranges'],
    [{ ranges: Array.from({ length: 65 }, (_, i) => `10.1.2.${i}`) }, 'ranges'],
    [{ excludeAddresses: ['all'.repeat(100)] }, 'excludeAddresses'],
    [{ excludeSerials: ['x'.repeat(121)] }, 'excludeSerials'],
    [{ intervalSeconds: 10 }, 'intervalSeconds'],
    [{ idempotencyKey: 'short' }, 'idempotencyKey'],
  ])('%j is refused at its field', async (wrong, path) => {
    const answer = await create(wrong);
    expect(answer.code).toBe('INVALID_INPUT');
    expect(answer.fields?.map((field) => field.path)).toEqual([path]);
    expect(await names()).toEqual([]);
  });

  test('C6 no site, and no collector, of another customer or branch is reached', async () => {
    expect((await create({ siteId: turin.id })).code).toBe('SITE_NOT_FOUND');
    expect((await create({ siteId: utrecht.id }, staff)).code).toBe('SITE_NOT_FOUND');
    const foreign = await made({ siteId: turin.id }, staff);
    expect((await update(foreign.id, { siteId: turin.id })).code).toBe('COLLECTOR_NOT_FOUND');
    expect((await update(foreign.id, { siteId: turin.id }, foreignStaff)).code).toBe('COLLECTOR_NOT_FOUND');
    expect((await update(foreign.id, {}, staff)).code).toBe('SITE_NOT_FOUND');
    expect([await one(foreign.id), await one(foreign.id, foreignStaff), await names()]).toEqual([
      null,
      null,
      [],
    ]);
    expect((await one(foreign.id, staff))?.name).toBe('Cellar');
  });

  test('the list turns its pages by name and is narrowed by name and state', async () => {
    for (const name of ['Cellar', 'Attic', 'Hall', 'Attic']) await made({ name });
    const first = await list({ first: 2 });
    expect(first.edges.map(({ node }) => node.name)).toEqual(['Attic', 'Attic']);
    expect(await names({ first: 2, after: first.pageInfo.endCursor })).toEqual(['Cellar', 'Hall']);
    expect(await names({ filter: { search: 'ALL' } })).toEqual(['Hall']);
    expect(await names({ filter: { state: 'ONLINE' } })).toEqual([]);
    expect(await names({ filter: { state: 'WAITING' } })).toHaveLength(4);
  });
});

describe('what a collector asks and tells', () => {
  test('it fetches what it is to read, with our time, and nothing of another', async () => {
    const { id } = await made({ excludeSerials: ['SN9'] });
    const settings = async (actor: Actor) =>
      (await fleet.data<{ collectorSettings: unknown }>(actor, SETTINGS)).collectorSettings;
    expect(await settings(speaking(id))).toEqual({
      ...{ name: 'Cellar', ranges: ['10.1.2.0/24'], excludeAddresses: [], excludeModels: [] },
      ...{ excludeSerials: ['SN9'], intervalSeconds: 900, serverTime: '2026-11-20T10:00:00.000Z' },
    });
    expect(await settings(speaking(id, bianchi))).toBeNull();
    expect(await settings(speaking(randomUUID()))).toBeNull();
    expect(await settings(actors['partner of a customer'])).toBeNull();
  });

  test('a round is kept: what was reached, what failed and since when', async () => {
    const { id } = await made();
    const failures = [
      { address: '10.1.2.7', reason: 'SILENT' },
      { address: '10.1.2.8', reason: 'ACCESS_REFUSED' },
    ];
    const coverage = [{ range: '10.1.2.0/24', addresses: 254, asked: 60, printers: 3, others: 2 }];
    expect(await tell(speaking(id), { failures, coverage })).toEqual({
      __typename: 'ReportCollectorSuccess',
      serverTime: '2026-11-20T10:00:00.000Z',
      clockOffsetSeconds: 0,
    });
    fleet.clock.advance(60_000);
    await tell(speaking(id), {
      failures: [failures[0], { address: '10.1.2.9', reason: 'NO_PRINTER' }],
      coverage,
    });
    expect(await one(id)).toMatchObject({
      state: 'ONLINE',
      lastReportAt: '2026-11-20T10:01:00.000Z',
      failures: [
        { address: '10.1.2.7', reason: 'SILENT', since: '2026-11-20T10:00:00.000Z' },
        { address: '10.1.2.9', reason: 'NO_PRINTER', since: '2026-11-20T10:01:00.000Z' },
      ],
      report: {
        devicesReached: 3,
        devicesFailed: 2,
        isClockOff: false,
        coverage: [{ range: '10.1.2.0/24', asked: 60 }],
      },
    });
    expect((await one(id, staff))?.failures).toHaveLength(2);
  });

  test.each([
    ['a day ahead', '2026-11-21T10:00:00Z', 86_400, true],
    ['a day behind', '2026-11-19T10:00:00Z', -86_400, true],
    ['four minutes ahead', '2026-11-20T10:04:00Z', 240, false],
  ])('a clock %s is told back and shown', async (_, clock, clockOffsetSeconds, isClockOff) => {
    const { id } = await made();
    expect(await tell(speaking(id), { clock })).toMatchObject({ clockOffsetSeconds });
    expect((await one(id))?.report).toMatchObject({ clockOffsetSeconds, isClockOff });
  });

  test('one whose key was made by hand appears by its first round, once', async () => {
    const own = speaking(memberId);
    await tell(own);
    await tell(own);
    expect(await names()).toEqual(['cellar-pc']);
    expect(await fleet.events('fleet.collector.changed.v1')).toHaveLength(1);
  });

  test('nobody else tells anything', async () => {
    const { id } = await made();
    for (const actor of [actors['partner of a customer'], { ...staff, rights: actors.collector.rights }])
      expect((await tell(actor)).code).toBe('COLLECTOR_NOT_FOUND');
    await tell(speaking(randomUUID(), bianchi));
    expect((await one(id))?.report).toBeNull();
  });
});

describe('a collector that falls silent', () => {
  test('is told of once per silence, after three rounds and not before half an hour', async () => {
    const { id } = await made({ intervalSeconds: 300 });
    await tell(speaking(id));
    fleet.clock.advance(29 * 60_000);
    await sweep();
    expect([(await one(id))?.state, await fleet.events('fleet.collector.silent.v1')]).toEqual(['ONLINE', []]);
    fleet.clock.advance(2 * 60_000);
    await sweep();
    await sweep();
    expect((await one(id))?.state).toBe('SILENT');
    expect(await fleet.events('fleet.collector.silent.v1')).toEqual([
      { collectorId: id, customerId: rossi, branchId: italy, lastReportAt: '2026-11-20T10:00:00.000Z' },
    ]);
    await tell(speaking(id));
    expect((await one(id))?.state).toBe('ONLINE');
    fleet.clock.advance(31 * 60_000);
    await sweep();
    expect(await fleet.events('fleet.collector.silent.v1')).toHaveLength(2);
  });

  test('one whose key was taken away, or that waits for its code, is not silent', async () => {
    const { id } = await made();
    await tell(speaking(id));
    await access(id, 'revoked', '2026-11-20T10:00:05Z');
    await access(id, 'enrolled', '2026-11-20T10:00:01Z');
    fleet.clock.advance(86_400_000);
    await sweep();
    expect([(await one(id))?.state, await fleet.events('fleet.collector.silent.v1')]).toEqual([
      'REVOKED',
      [],
    ]);
    await access(id, 'code', '2026-11-20T10:00:09Z');
    expect((await one(id))?.state).toBe('WAITING');
  });
});

test('a signed statement about a newer version is handed out as it stands in the file, anything else is none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'release-'));
  const file = join(folder, 'release.json');
  const statement = {
    ...{ version: '0.2.0', releasedOn: '2026-11-01', notesUrl: 'https://example.org/notes' },
    ...{ sha256: 'ab'.repeat(32), signature: `${'A'.repeat(86)}==` },
  };
  writeFileSync(file, JSON.stringify(statement));
  expect(await new CollectorReleases(file).current()).toEqual(statement);
  writeFileSync(file, JSON.stringify({ ...statement, notesUrl: 'javascript:alert(1)' }));
  expect(await new CollectorReleases(file).current()).toBeNull();
  expect(await new CollectorReleases(join(folder, 'absent')).current()).toBeNull();
  expect(await new CollectorReleases(null).current()).toBeNull();
  rmSync(folder, { recursive: true });
  expect([
    isOlder('0.1.9', '0.2.0'),
    isOlder('0.2.0', '0.2.0'),
    isOlder('0.10.0', '0.9.9'),
    isOlder('dev', '1.0.0'),
  ]).toEqual([true, false, false, false]);
});
