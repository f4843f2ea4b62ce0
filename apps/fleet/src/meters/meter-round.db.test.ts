import { statementsOf } from '@platen/testing';
import type { Actor } from '@platen/platform';
import { actorOf, actors, bianchi, memberId } from '../../test/actors';
import { buildDevice, buildMember, buildSite } from '../../test/factories';
import { handInsOf, reader } from '../../test/hand-ins';
import { totalAt, uploadOf } from '../../test/polls';
import { useFleet } from '../../test/use-fleet';

const fleet = useFleet();
const { handIn } = handInsOf(fleet);

const milano = buildSite();
const torino = buildSite({ name: 'Torino' });
const elsewhere = buildSite({ customerId: bianchi });
const at = (site: typeof milano, name: string, monitored = false) =>
  buildDevice(site, { name, serialNumber: name, monitored, lastSeenHoursAgo: null });
const cellar = at(milano, 'Cellar');
const attic = at(torino, 'Attic');
const watched = at(milano, 'Watched', true);
const foreign = at(elsewhere, 'Foreign');

beforeEach(() =>
  fleet.load({ sites: [milano, torino, elsewhere], devices: [cellar, attic, watched, foreign] }),
);

const ROUND = `query ($first: Int, $after: String, $filter: MeterRoundFilter) {
  meterPeriod { month dueOn due }
  meterRound(first: $first, after: $after, filter: $filter) {
    pageInfo { hasNextPage endCursor }
    edges { node { due lastReadAt device { name } } } } }`;

interface Round {
  readonly meterPeriod: { month: string; dueOn: string; due: number } | null;
  readonly meterRound: {
    readonly pageInfo: { hasNextPage: boolean; endCursor: string };
    readonly edges: { node: { due: boolean; lastReadAt: string | null; device: { name: string } } }[];
  };
}

const ask = (actor: Actor = reader, variables: Record<string, unknown> = {}) =>
  fleet.data<Round>(actor, ROUND, variables);
const names = async (filter: Record<string, unknown> = {}, actor: Actor = reader) =>
  (await ask(actor, { filter })).meterRound.edges.map(
    ({ node }) => `${node.device.name}${node.due ? '!' : ''}`,
  );

describe('the round of a month', () => {
  test('holds the machines that nobody watches and that were not read this month', async () => {
    await handIn([{ device: attic, value: 100, at: '02T08:00' }]);
    expect(await ask()).toMatchObject({
      meterPeriod: { month: '2026-11-01', dueOn: '2026-11-25', due: 1 },
      meterRound: { edges: [{ node: { due: true, lastReadAt: null, device: { name: 'Cellar' } } }] },
    });
    expect(await names({ state: 'UNMONITORED' })).toEqual(['Attic', 'Cellar!']);
    expect(await names({ state: 'ALL' })).toEqual(['Attic', 'Cellar!', 'Watched']);
  });

  test("begins in the branch's own time zone, and is due on its own day", async () => {
    await fleet.rows(
      `update fleet.known_branch set settings = settings || '{"timeZone": "Europe/Rome", "meters": {"dueDay": 5}}'`,
    );
    await handIn([{ device: attic, value: 100, at: '10T08:00' }]);
    await fleet.rows(`update fleet.meter set read_at = '2026-10-31T22:59:59Z'`);
    expect(await names()).toEqual(['Attic!', 'Cellar!']);
    await fleet.rows(`update fleet.meter set read_at = '2026-10-31T23:00:00Z'`);
    expect(await names()).toEqual(['Cellar!']);
    expect((await ask()).meterPeriod?.dueOn).toBe('2026-11-05');
  });

  test('leaves out machines in repair; a page follows another by name', async () => {
    const first = await ask(reader, { first: 1, filter: { state: 'UNMONITORED' } });
    expect(first.meterRound.edges.map(({ node }) => node.device.name)).toEqual(['Attic']);
    const after = first.meterRound.pageInfo.endCursor;
    const second = await ask(reader, { first: 1, after, filter: { state: 'UNMONITORED' } });
    expect(second.meterRound.edges.map(({ node }) => node.device.name)).toEqual(['Cellar']);
    expect(second.meterRound.pageInfo.hasNextPage).toBe(false);
    await fleet.rows(`update fleet.device set lifecycle = 'in_repair' where id = $1`, [cellar.id]);
    expect(await names()).toEqual(['Attic!']);
  });

  test('is narrowed by a text and by a location', async () => {
    expect(await names({ search: 'TTI' })).toEqual(['Attic!']);
    expect(await names({ search: '%' })).toEqual([]);
    expect(await names({ siteId: torino.id })).toEqual(['Attic!']);
    expect(await names({ siteId: 'no id' })).toEqual([]);
  });

  test('R30 shows everybody his own machines, and nothing without the right', async () => {
    await fleet.load({ users: [buildMember([cellar.id])] });
    const member = actorOf('user', ['device:read', 'meter:read'], { id: memberId });
    expect(await names({ state: 'ALL' }, member)).toEqual(['Cellar!']);
    expect((await ask(member)).meterPeriod?.due).toBe(1);
    const staff = actorOf('staff', ['device:read', 'meter:read'], { customerId: null });
    expect(await names({}, staff)).toEqual(['Attic!', 'Cellar!', 'Foreign!']);
    for (const actor of [actors.administrator, actors.collector, actors.anonymous]) {
      const { data, errors } = await fleet.ask(actor, ROUND);
      expect([data, errors?.length]).toEqual([{ meterPeriod: null, meterRound: null }, 2]);
    }
  });
});

describe('what a counter is judged by', () => {
  const METERS = `query ($first: Int) { devices(first: 10) { edges { node { name meters {
    kind value expectation { lastValue lastReadAt slowPerDay fastPerDay digits closedBefore low high }
    reads(first: $first) { pageInfo { hasNextPage endCursor } edges { node {
      readAt value source confidence handIn { flagged corrected note exportState bookedAt } } } } } } } } }`;

  interface Meters {
    readonly devices: { readonly edges: { node: { name: string; meters: Record<string, unknown>[] } }[] };
  }
  const metersOf = async (name: string, first = 25) =>
    (await fleet.data<Meters>(reader, METERS, { first })).devices.edges.find(({ node }) => node.name === name)
      ?.node.meters;

  test('its newest value, its pace, and the range expected now', async () => {
    await fleet.record(
      uploadOf([
        {
          ...totalAt('01T10:00', 0),
          serialNumber: 'Watched',
          polledAt: '2026-10-01T10:00:00.000Z',
          meters: { total: 1000 },
        },
        { ...totalAt('01T10:00', 4100), serialNumber: 'Watched' },
        { ...totalAt('10T10:00', 5000), serialNumber: 'Watched' },
      ]),
    );
    const [total] = (await metersOf('Watched')) ?? [];
    expect(total?.expectation).toMatchObject({
      lastValue: 5000,
      lastReadAt: '2026-11-10T10:00:00.000Z',
      digits: null,
      closedBefore: null,
      low: 5000,
    });
    const { slowPerDay, fastPerDay, high } = total?.expectation as Record<string, number>;
    expect(slowPerDay).toBeLessThan(100);
    expect(fastPerDay).toBeGreaterThan(100);
    expect(high).toBe(5000 + Math.ceil((fastPerDay ?? 0) * 13) + 100);
  });

  test('everything that was read of it, newest first, with its way into the books', async () => {
    await handIn([{ device: cellar, value: 100, at: '02T08:00' }]);
    await handIn([{ device: cellar, value: 900_000, at: '03T08:00', confirmed: true }], {
      note: 'seen twice',
    });
    const [total] = (await metersOf('Cellar', 1)) ?? [];
    expect(total?.reads).toEqual({
      pageInfo: { hasNextPage: true, endCursor: expect.any(String) },
      edges: [
        {
          node: {
            readAt: '2026-11-03T08:00:00.000Z',
            value: 900_000,
            source: 'PORTAL',
            confidence: 'STATED',
            handIn: {
              flagged: true,
              corrected: false,
              note: 'seen twice',
              exportState: 'WAITING',
              bookedAt: null,
            },
          },
        },
      ],
    });
  });

  test('costs the same number of statements for one machine and for all', async () => {
    await handIn([{ device: cellar, value: 100 }]);
    const one = await statementsOf(() => metersOf('Cellar'));
    await handIn(['mono', 'color'].map((kind) => ({ device: attic, kind, value: 100 })));
    const many = await statementsOf(() => metersOf('Cellar'));
    expect(many.length).toBe(one.length);
  });
});
