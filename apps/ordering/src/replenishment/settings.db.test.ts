import { supplyLevelChanged } from '@platen/contracts';
import { buildActor } from '@platen/testing';
import { blackTonerOf, knownDevice, knownTenant, memberOf, type Tenant } from '../../test/factories';
import { type OrderingUnderTest, startOrdering } from '../../test/ordering-under-test';

const DAY_MS = 86_400_000;
const firstDay = Date.UTC(2026, 8, 1, 9);

const READ =
  '{ replenishmentSettings { version kinds riskPercent consolidationBusinessDays reorderPercent } }';
const SAVE = `mutation ($input: SaveReplenishmentSettingsInput!) { saveReplenishmentSettings(input: $input) {
  __typename
  ... on SaveReplenishmentSettingsSuccess { settings { version kinds riskPercent sites { siteId } } }
  ... on InvalidInputError { fields { path message } }
  ... on UserError { code } } }`;
const END = `mutation ($input: SetReplenishmentEndInput!) { setReplenishmentEnd(input: $input) {
  __typename ... on SetReplenishmentEndSuccess { device { id supplyPlans { code } } }
  ... on InvalidInputError { fields { path } } ... on UserError { code } } }`;
const SIMULATE = `query ($input: SimulateReplenishmentInput!) { simulateReplenishment(input: $input) {
  __typename
  ... on SimulateReplenishmentSuccess { devices supplies
    present { orders emptyDays spareWaitDays } proposed { orders emptyDays spareWaitDays placed { slot on } } }
  ... on InvalidInputError { fields { path } } } }`;

const usual = {
  kinds: ['TONER', 'INK', 'DRUM', 'WASTE'],
  riskPercent: 0.175,
  consolidationBusinessDays: 0,
  sites: [],
};

describe('what staff say about automatic orders', () => {
  let ordering: OrderingUnderTest;
  beforeAll(async () => {
    ordering = await startOrdering();
  });
  afterAll(() => ordering.stop());
  beforeEach(async () => {
    await ordering.database.clean();
    ordering.clock.set(new Date(firstDay));
  });

  const plannerOf = ({ branchId }: Tenant) =>
    buildActor({
      kind: 'staff',
      branchId,
      customerId: null,
      locale: 'en',
      rights: ['order:read', 'device:read', 'catalogue:manage', 'order:manage'],
    });

  interface Answer {
    readonly __typename: string;
    readonly code?: string;
    readonly fields?: { readonly path: string }[];
    readonly settings?: Record<string, unknown>;
  }
  const save = async (tenant: Tenant, version: number, settings: object) =>
    (
      await ordering.data<{ saveReplenishmentSettings: Answer }>(plannerOf(tenant), SAVE, {
        input: { version, settings: { ...usual, ...settings } },
      })
    ).saveReplenishmentSettings;

  test('the usual settings hold until somebody says otherwise; a change is audited and holds at once', async () => {
    const tenant = await knownTenant(ordering);
    expect(await ordering.data(plannerOf(tenant), READ)).toEqual({
      replenishmentSettings: {
        version: 0,
        kinds: ['TONER', 'INK', 'DRUM', 'WASTE'],
        riskPercent: expect.closeTo(0.175, 3),
        consolidationBusinessDays: 0,
        reorderPercent: 20,
      },
    });
    expect(await save(tenant, 0, { kinds: ['WASTE', 'WASTE'], riskPercent: 2 })).toMatchObject({
      settings: { version: 1, kinds: ['WASTE'], riskPercent: 2 },
    });
    expect(
      await ordering.rows(
        `select payload->>'action' as action, payload->'facts'->>'riskPercent' as risk from ordering.outbox
         where name = 'platform.audit-entry.recorded.v1'`,
      ),
    ).toEqual([{ action: 'replenishment.changed', risk: '2' }]);

    const readAt = new Date(firstDay).toISOString();
    await ordering.deliver(
      supplyLevelChanged,
      blackTonerOf(await knownDevice(ordering, tenant))(0, 5, { readAt }),
    );
    expect(await ordering.rows('select code from ordering.replenishment_decision')).toEqual([
      { code: 'class-not-covered' },
    ]);
  });

  test('two people at once: one of them is told to look again', async () => {
    const tenant = await knownTenant(ordering);
    const answers = await Promise.all([1, 2, 3].map((riskPercent) => save(tenant, 0, { riskPercent })));
    expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual([
      'ReplenishmentChangedError',
      'ReplenishmentChangedError',
      'SaveReplenishmentSettingsSuccess',
    ]);
    expect((await save(tenant, 7, {})).code).toBe('REPLENISHMENT_CHANGED');
  });

  test.each([
    [{ riskPercent: 0 }, ['riskPercent']],
    [{ riskPercent: 1e9 }, ['riskPercent']],
    [{ consolidationBusinessDays: -1 }, ['consolidationBusinessDays']],
    [{ consolidationBusinessDays: 21 }, ['consolidationBusinessDays']],
    [
      { sites: [{ siteId: 'nowhere', consolidationBusinessDays: 99 }] },
      ['sites.0.siteId', 'sites.0.consolidationBusinessDays'],
    ],
    [
      { sites: [{ siteId: '00000000-0000-7000-8000-000000000001', consolidationBusinessDays: 2 }] },
      ['sites.0.siteId'],
    ],
  ])('%j is refused at its place, and nothing is kept', async (settings, paths) => {
    const tenant = await knownTenant(ordering);
    expect((await save(tenant, 0, settings)).fields?.map(({ path }) => path)).toEqual(paths);
    expect(await ordering.rows('select 1 from ordering.branch_replenishment')).toEqual([]);
  });

  test('a location of another branch is unknown', async () => {
    const foreign = await knownDevice(ordering, await knownTenant(ordering));
    const tenant = await knownTenant(ordering);
    const { siteId } = foreign.site;
    const sites = [{ siteId, consolidationBusinessDays: 2 }];
    expect((await save(tenant, 0, { sites })).fields?.map(({ path }) => path)).toEqual(['sites.0.siteId']);
    const own = await knownDevice(ordering, tenant);
    const known = [{ siteId: own.site.siteId.toUpperCase(), consolidationBusinessDays: 2 }];
    expect((await save(tenant, 0, { sites: known })).settings?.sites).toEqual([{ siteId: own.site.siteId }]);
  });

  test('people of an organisation have no say, and are refused', async () => {
    const tenant = await knownTenant(ordering);
    const [error] = (await ordering.ask(memberOf(tenant), READ)).errors ?? [];
    expect(error?.extensions?.code).toBe('UNAUTHORIZED');
  });

  describe('the end of a machine', () => {
    const setEnd = async (tenant: Tenant, deviceId: string, stopsOn: string | null) =>
      (
        await ordering.data<{
          setReplenishmentEnd: Answer & { device?: { supplyPlans: { code: string }[] } };
        }>(plannerOf(tenant), END, { input: { deviceId, stopsOn } })
      ).setReplenishmentEnd;

    test('stops orders that would outlast it, and taking it back lets them go on', async () => {
      const tenant = await knownTenant(ordering);
      const device = await knownDevice(ordering, tenant);
      const read = blackTonerOf(device);
      for (let day = 0; day < 30; day++) {
        const readAt = new Date(firstDay + day * DAY_MS).toISOString();
        ordering.clock.set(readAt);
        await ordering.deliver(
          supplyLevelChanged,
          read(0, 80 - day, { readAt, totalImpressions: 5000 + day * 100 }),
        );
      }
      const ended = await setEnd(tenant, device.deviceId, '2026-10-05');
      expect(ended.device?.supplyPlans).toEqual([{ code: 'not-needed-before-end' }]);
      const open = await setEnd(tenant, device.deviceId, null);
      expect(open.device?.supplyPlans).toEqual([{ code: 'risk-acceptable' }]);
    });

    test('is refused in the past, in a distant future, and for machines of others', async () => {
      const tenant = await knownTenant(ordering);
      const device = await knownDevice(ordering, tenant);
      expect((await setEnd(tenant, device.deviceId, '2026-08-31')).fields).toEqual([{ path: 'stopsOn' }]);
      expect((await setEnd(tenant, device.deviceId, '2096-01-01')).fields).toEqual([{ path: 'stopsOn' }]);
      const stranger = await knownTenant(ordering);
      expect((await setEnd(stranger, device.deviceId, '2026-12-01')).code).toBe('DEVICE_NOT_FOUND');
      expect((await setEnd(tenant, 'x', '2026-12-01')).code).toBe('DEVICE_NOT_FOUND');
      expect(await ordering.rows('select 1 from ordering.device_track where stops_on is not null')).toEqual(
        [],
      );
    });
  });

  describe('a simulation before activation', () => {
    interface Simulated extends Answer {
      readonly devices?: number;
      readonly supplies?: number;
      readonly present?: { orders: number };
      readonly proposed?: { orders: number; placed: { slot: string }[] };
    }
    const simulate = async (tenant: Tenant, input: object) =>
      (
        await ordering.data<{ simulateReplenishment: Simulated }>(plannerOf(tenant), SIMULATE, {
          input: { settings: usual, days: 60, ...input },
        })
      ).simulateReplenishment;

    async function watchedFor(tenant: Tenant, days: number) {
      const device = await knownDevice(ordering, tenant);
      const read = blackTonerOf(device);
      for (let day = 0; day < days; day++) {
        const readAt = new Date(firstDay + day * DAY_MS).toISOString();
        ordering.clock.set(readAt);
        const level = 100 - ((day * 4) % 100);
        await ordering.deliver(
          supplyLevelChanged,
          read(0, level, { readAt, totalImpressions: 5000 + day * 400 }),
        );
      }
      return device;
    }

    test('tells what other settings would have led to, and changes nothing', async () => {
      const tenant = await knownTenant(ordering);
      const device = await watchedFor(tenant, 50);
      const before = await ordering.rows('select count(*) from ordering.supply_order');
      const found = await simulate(tenant, { deviceId: device.deviceId });
      expect(found).toMatchObject({ devices: 1, supplies: 1 });
      expect(found.present?.orders).toBeGreaterThanOrEqual(2);
      expect(found.proposed).toEqual({ ...found.present, placed: found.proposed?.placed });
      const without = await simulate(tenant, { settings: { ...usual, kinds: ['WASTE'] } });
      expect(without.proposed).toMatchObject({ orders: 0, emptyDays: 0 });
      expect(await ordering.rows('select count(*) from ordering.supply_order')).toEqual(before);
      expect(await ordering.rows('select 1 from ordering.branch_replenishment')).toEqual([]);
    });

    test("shows nothing of another branch's machines, and refuses days that cannot be", async () => {
      const device = await watchedFor(await knownTenant(ordering), 10);
      const stranger = await knownTenant(ordering);
      const own = { devices: 0, supplies: 0, present: { orders: 0 } };
      expect(await simulate(stranger, { deviceId: device.deviceId })).toMatchObject(own);
      expect(await simulate(stranger, { customerId: device.customerId })).toMatchObject(own);
      expect(await simulate(stranger, { deviceId: "'" })).toMatchObject(own);
      for (const days of [0, -1, 181, 2_000_000_000])
        expect((await simulate(stranger, { days })).fields).toEqual([{ path: 'days' }]);
    });
  });
});
