import { randomUUID } from 'node:crypto';
import type { WorldOrder } from '@platen/contracts';
import { buildBranch, buildCustomer, buildWorld } from '@platen/testing';
import { blackTonerOf, knowBranch, knownDevice, memberOf, orderingSettings } from '../../test/factories';
import { type OrderingUnderTest, startOrdering } from '../../test/ordering-under-test';
import { supplyLevelChanged } from '@platen/contracts';

describe('loading a world', () => {
  let ordering: OrderingUnderTest;
  beforeAll(async () => {
    ordering = await startOrdering();
  });
  afterAll(() => ordering.stop());
  beforeEach(() => ordering.database.clean());

  function smallWorld() {
    const branch = buildBranch({ settings: orderingSettings() });
    const customer = buildCustomer(branch);
    const ids = { customerId: customer.id, branchId: branch.id };
    const site = {
      ...ids,
      id: randomUUID(),
      name: 'Sede',
      street: 'Via Roma 1',
      postalCode: '20121',
      city: 'Milano',
      country: 'IT',
      deliveryContact: { name: 'Anna', email: null },
    };
    const device = {
      ...ids,
      id: randomUUID(),
      siteId: site.id,
      name: 'Reception',
      serialNumber: 'SN-1',
      equipmentId: null,
      maker: 'Eco',
      model: 'ECO M40',
      monitored: true,
      floor: null,
      room: null,
      department: null,
      lastSeenHoursAgo: 1,
      status: 'idle' as const,
      errors: [],
      monthlyVolumes: [],
      startMeters: { mono: 0, color: 0 },
      supplies: [],
    };
    const article = {
      id: randomUUID(),
      branchId: branch.id,
      partNumber: 'TN-1',
      name: 'Toner',
      kind: 'toner' as const,
      color: 'black' as const,
      models: ['ECO  m40', 'ECO M50'],
      yieldImpressions: null,
    };
    const order = (parts: Partial<WorldOrder>): WorldOrder => ({
      ...ids,
      id: randomUUID(),
      deviceId: device.id,
      articleId: article.id,
      supplySlot: '1.1',
      quantity: 1,
      automatic: true,
      status: 'delivered',
      placedDaysAgo: 40,
      levelPercent: 11,
      ...parts,
    });
    const world = {
      branches: [branch],
      customers: [customer],
      sites: [site],
      devices: [device],
      articles: [article],
    };
    return { world, order, tenant: { ...ids, branch: branch.settings }, device };
  }

  test('past orders get numbers by age, their reason, and the day they were expected; twice is once', async () => {
    const { world, order, tenant } = smallWorld();
    const orders = [
      order({ placedDaysAgo: 3, status: 'shipped' }),
      order({ automatic: false, levelPercent: null, supplySlot: '1.2' }),
    ];
    const whole = buildWorld({ ...world, orders });
    await ordering.app.world.load(whole);
    await ordering.app.world.load(whole);
    const shown = await ordering.data(
      memberOf(tenant),
      '{ orders { edges { node { number status automatic expectedOn reason { text } lines { article { partNumber } } } } } }',
    );
    const lines = [{ article: { partNumber: 'TN-1' } }];
    expect(shown).toEqual({
      orders: {
        edges: [
          {
            node: {
              number: '510002',
              status: 'SHIPPED',
              automatic: true,
              expectedOn: '2026-11-17',
              reason: { text: 'Ordered automatically: 11% was left, and we order at 20%.' },
              lines,
            },
          },
          {
            node: {
              number: '510001',
              status: 'DELIVERED',
              automatic: false,
              expectedOn: '2026-10-09',
              reason: null,
              lines,
            },
          },
        ],
      },
    });
    expect(await ordering.rows('select name from ordering.outbox')).toHaveLength(2);
    expect(await ordering.rows('select 1 from ordering.mail')).toEqual([]);
  });

  test('C54 a supply with a loaded order under way is not ordered again', async () => {
    const { world, order, tenant, device } = smallWorld();
    await ordering.app.world.load(
      buildWorld({ ...world, orders: [order({ placedDaysAgo: 1, status: 'shipped' })] }),
    );
    await knowBranch(ordering, tenant);
    const known = await knownDevice(ordering, tenant, { deviceId: device.id });
    await ordering.deliver(supplyLevelChanged, blackTonerOf(known)(1, 5));
    expect(await ordering.rows('select state from ordering.supply_ledger')).toEqual([{ state: 'SHIPPED' }]);
    expect(
      await ordering.rows(`select code from ordering.replenishment_decision where action = 'wait'`),
    ).toEqual([{ code: 'already-on-order' }]);
    expect(await ordering.rows('select 1 from ordering.supply_order')).toHaveLength(1);
  });

  test('C54 two live automatic orders for one supply are refused, and nothing of the world is kept', async () => {
    const { world, order } = smallWorld();
    const orders = [order({ status: 'shipped' }), order({ status: 'received' })];
    await expect(ordering.app.world.load(buildWorld({ ...world, orders }))).rejects.toThrow(
      'one_live_automatic_order_per_supply',
    );
    expect(await ordering.rows('select 1 from ordering.article')).toEqual([]);
  });

  test('an order for a device that the world does not hold is refused with its id', async () => {
    const { world, order } = smallWorld();
    const deviceId = randomUUID();
    await expect(
      ordering.app.world.load(buildWorld({ ...world, orders: [order({ deviceId })] })),
    ).rejects.toThrow(deviceId);
  });
});
