import { randomUUID } from 'node:crypto';
import { supplyLevelChanged } from '@platen/contracts';
import { anonymous, type Actor } from '@platen/platform';
import { buildActor, rootFieldsWithoutRule, statementsOf, tenancyProblems } from '@platen/testing';
import { type Tenant, blackTonerOf, knownDevice, knownTenant, memberOf, staffOf } from '../../test/factories';
import { type OrderingUnderTest, startOrdering } from '../../test/ordering-under-test';
import { ordering as definition } from '../index';

const ORDER = `query ($id: ID!) { order(id: $id) { id number status automatic expectedOn deliveryAddress
  device { id } reason { code text levelPercent } lines { quantity supplySlot article { partNumber kind color } } } }`;
const ORDERS = `query ($first: Int, $after: String, $filter: OrderFilter) {
  orders(first: $first, after: $after, filter: $filter) { totalCount pageInfo { hasNextPage endCursor }
    edges { node { number } } } }`;
const DEVICES = `query ($devices: [_Any!]!) { _entities(representations: $devices) {
  ... on Device { id orders(first: 3) { number lines { article { name } } } lastOrder { number } } } }`;

interface OrderPage {
  readonly orders: {
    readonly totalCount: number | null;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: readonly { readonly node: { readonly number: string } }[];
  };
}

describe('orders in the graph (R36, R55)', () => {
  let ordering: OrderingUnderTest;
  beforeAll(async () => {
    ordering = await startOrdering();
  });
  afterAll(() => ordering.stop());
  beforeEach(async () => {
    await ordering.database.clean();
    ordering.scopes.clear();
  });

  /** A device of the tenant with an automatic order placed that many minutes after the test began. */
  async function deviceOnOrder(tenant: Tenant, minute = 0, name = 'Reception') {
    const device = await knownDevice(ordering, tenant, { name });
    ordering.clock.set(new Date(Date.UTC(2026, 10, 16, 8, minute)));
    await ordering.deliver(supplyLevelChanged, blackTonerOf(device)(1, 14));
    const [order] = await ordering.rows<{ id: string; number: string }>(
      'select id, number from ordering.supply_order where device_id = $1',
      [device.deviceId],
    );
    if (!order) throw new Error('Nothing was ordered.');
    return { device, order };
  }

  const listed = async (actor: Actor, variables: Record<string, unknown> = {}) => {
    const { orders } = await ordering.data<OrderPage>(actor, ORDERS, variables);
    return orders.edges.map((edge) => edge.node.number);
  };

  test('an order shows its lines, its device and why it was placed, in the language of the viewer', async () => {
    const tenant = await knownTenant(ordering);
    const { device, order } = await deviceOnOrder(tenant);
    const shown = await ordering.data(memberOf(tenant, { locale: 'nl' }), ORDER, { id: order.id });
    expect(shown).toEqual({
      order: {
        id: order.id,
        number: '510001',
        status: 'RECEIVED',
        automatic: true,
        expectedOn: '2026-11-18',
        deliveryAddress: 'Sede, Via Roma 1, 20121 Milano, IT',
        device: { id: device.deviceId },
        reason: {
          code: 'level-at-reorder-point',
          text: 'Automatisch besteld: er was 14% over en we bestellen bij 20%.',
          levelPercent: 14,
        },
        lines: [
          {
            quantity: 1,
            supplySlot: '1.1',
            article: { partNumber: 'TN-toner-black', kind: 'TONER', color: 'BLACK' },
          },
        ],
      },
    });
  });

  test("C2 another customer's order is as unknown as one that never was, and stays as it is", async () => {
    const [rossi, bianchi] = [await knownTenant(ordering), await knownTenant(ordering)];
    const { order, device } = await deviceOnOrder(rossi);
    const stranger = memberOf(bianchi);
    const answers = await Promise.all(
      [order.id, randomUUID(), 'no-id'].map((id) => ordering.ask(stranger, ORDER, { id })),
    );
    expect(answers).toEqual([
      { data: { order: null } },
      { data: { order: null } },
      { data: { order: null } },
    ]);
    expect(await listed(stranger)).toEqual([]);
    expect(await listed(stranger, { filter: { deviceId: device.deviceId } })).toEqual([]);
    expect(await ordering.data(stranger, DEVICES, representations([device.deviceId, randomUUID()]))).toEqual({
      _entities: [
        { id: device.deviceId, orders: [], lastOrder: null },
        { id: expect.any(String), orders: [], lastOrder: null },
      ],
    });
    expect(await listed(memberOf(rossi))).toEqual(['510001']);
  });

  test('C3 a reference to an order is resolved under the same policy', async () => {
    const [rossi, bianchi] = [await knownTenant(ordering), await knownTenant(ordering)];
    const { order } = await deviceOnOrder(rossi);
    const [article] = await ordering.rows<{ id: string }>(
      'select id from ordering.article where branch_id = $1',
      [rossi.branchId],
    );
    const document = `query ($of: [_Any!]!) { _entities(representations: $of) {
      ... on SupplyOrder { number } ... on Article { partNumber } } }`;
    const of = [
      { __typename: 'SupplyOrder', id: order.id },
      { __typename: 'Article', id: article?.id },
    ];
    expect(await ordering.data(memberOf(rossi), document, { of })).toEqual({
      _entities: [{ number: '510001' }, { partNumber: 'TN-toner-black' }],
    });
    expect(await ordering.data(memberOf(bianchi), document, { of })).toEqual({ _entities: [null, null] });
  });

  test('a member sees the orders of the devices assigned to them, staff those of their branch', async () => {
    const tenant = await knownTenant(ordering);
    const other = await knownTenant(ordering);
    const first = await deviceOnOrder(tenant, 1);
    await deviceOnOrder(tenant, 2);
    const elsewhere = await deviceOnOrder(other, 3);
    const member = memberOf(tenant);
    ordering.scopes.set(member.id, {
      all: false,
      deviceIds: [first.device.deviceId, elsewhere.device.deviceId],
    });
    expect(await listed(member)).toEqual(['510001']);
    expect(await listed(staffOf(tenant))).toEqual(['510002', '510001']);
    expect(await ordering.data(staffOf(other), '{ orderSummary { underWay } }')).toEqual({
      orderSummary: { underWay: 1 },
    });
    const nobody = memberOf(tenant);
    ordering.scopes.set(nobody.id, { all: false, deviceIds: [] });
    expect(await listed(nobody)).toEqual([]);
  });

  test('C1 nobody known and nobody without the right gets in', async () => {
    const tenant = await knownTenant(ordering);
    const { order, device } = await deviceOnOrder(tenant);
    const codeOf = async (actor: Actor, document: string, variables: Record<string, unknown>) =>
      (await ordering.ask(actor, document, variables)).errors?.[0]?.extensions?.code;
    const without = memberOf(tenant, { rights: ['device:read'] });
    for (const [document, variables] of [
      [ORDER, { id: order.id }],
      [ORDERS, {}],
      ['{ orderSummary { underWay } }', {}],
      [DEVICES, representations([device.deviceId])],
    ] as const) {
      expect(await codeOf(anonymous('test', 'en'), document, variables)).toBe('UNAUTHENTICATED');
      expect(await codeOf(without, document, variables)).toBe('UNAUTHORIZED');
    }
    const guest = buildActor({ ...tenant, kind: 'guest', rights: ['order:read'] });
    expect(await listed(guest)).toEqual([]);
  });

  test('pages follow each other newest first and end; filters narrow them', async () => {
    const tenant = await knownTenant(ordering);
    for (let minute = 0; minute < 5; minute++) await deviceOnOrder(tenant, minute, `Printer ${minute}`);
    const member = memberOf(tenant);
    const pages: string[][] = [];
    let after: string | null = null;
    do {
      const page: OrderPage = await ordering.data<OrderPage>(member, ORDERS, { first: 2, after });
      expect(page.orders.totalCount).toBe(5);
      pages.push(page.orders.edges.map((edge) => edge.node.number));
      after = page.orders.pageInfo.hasNextPage ? page.orders.pageInfo.endCursor : null;
    } while (after);
    expect(pages).toEqual([['510005', '510004'], ['510003', '510002'], ['510001']]);

    expect(await listed(member, { filter: { search: 'printer 3' } })).toEqual(['510004']);
    expect(await listed(member, { filter: { search: '0005' } })).toEqual(['510005']);
    expect(await listed(member, { filter: { search: '%' } })).toEqual([]);
    expect(await listed(member, { filter: { automatic: false } })).toEqual([]);
    expect(await listed(member, { filter: { statuses: ['SHIPPED'] } })).toEqual([]);
    expect(await listed(member, { filter: { statuses: ['RECEIVED'] }, first: 1 })).toEqual(['510005']);
  });

  test.each([
    [{ after: 'nonsense' }],
    [{ after: Buffer.from(JSON.stringify(['2026-11-16', 'x'])).toString('base64url') }],
    [{ first: 0 }],
    [{ first: 101 }],
  ])('%j is bad input, not our mistake', async (variables) => {
    const tenant = await knownTenant(ordering);
    const { errors } = await ordering.ask(memberOf(tenant), ORDERS, variables);
    expect(errors?.map((error) => error.extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  test('the statements for orders of devices stay the same for 5 and 50 devices', async () => {
    const tenant = await knownTenant(ordering);
    const devices: string[] = [];
    for (let index = 0; index < 50; index++)
      devices.push((await deviceOnOrder(tenant, index)).device.deviceId);
    const member = memberOf(tenant);
    const of = (count: number) =>
      statementsOf(() => ordering.data(member, DEVICES, representations(devices.slice(0, count))));
    await of(1);
    // Newest three, newest one, lines of the former.
    expect(await of(5)).toHaveLength(3);
    expect(await of(50)).toHaveLength(3);
    const list = await statementsOf(() => ordering.data(member, ORDERS, { first: 50 }));
    expect(list).toHaveLength(2);
  });

  test('C1 every root field has a rule; C2 every table has its tenant and its fence', async () => {
    expect(rootFieldsWithoutRule(definition)).toEqual([]);
    expect(
      await tenancyProblems(ordering.database.admin, 'ordering', {
        article: 'the catalogue belongs to a branch',
        article_fit: 'the catalogue belongs to a branch',
        branch_replenishment: 'settings of a branch, and what was learned for it',
        carrier: 'carriers belong to a branch',
      }),
    ).toEqual([]);
  });
});

function representations(ids: readonly string[]) {
  return { devices: ids.map((id) => ({ __typename: 'Device', id })) };
}
