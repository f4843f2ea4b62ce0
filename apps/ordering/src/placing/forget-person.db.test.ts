import { randomUUID } from 'node:crypto';
import { personErased } from '@platen/contracts';
import { mailAddressHash } from '@platen/platform';
import { buyerOf, knownDevice, knownTenant } from '../../test/factories';
import { type OrderingUnderTest, startOrdering } from '../../test/ordering-under-test';

describe('people who are erased (C41)', () => {
  let ordering: OrderingUnderTest;
  beforeAll(async () => {
    ordering = await startOrdering();
  });
  afterAll(() => ordering.stop());
  beforeEach(() => ordering.database.clean());

  const PLACE = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) {
    ... on PlaceOrderSuccess { batchId numbers } } }`;
  const LIST = `query ($batchId: ID) { orders(filter: { batchId: $batchId }) { edges { node { number } } } }`;

  test('their names leave the orders, those of others stay, and so do the orders', async () => {
    const tenant = await knownTenant(ordering);
    const [article] = await ordering.rows<{ id: string }>('select id from ordering.article');
    const buyer = buyerOf(tenant);
    const place = async (contactEmail: string) => {
      const device = await knownDevice(ordering, tenant, { monitored: false });
      const { placeOrder } = await ordering.data<{ placeOrder: { batchId: string; numbers: string[] } }>(
        buyer,
        PLACE,
        {
          input: {
            idempotencyKey: randomUUID(),
            lines: [{ deviceId: device.deviceId, articleId: article?.id, quantity: 1 }],
            contactName: 'Somebody',
            contactEmail,
          },
        },
      );
      return placeOrder;
    };
    await place('Gone@rossi.example');
    const stays = await place('stays@rossi.example');
    await ordering.deliver(personErased, {
      userId: buyer.id ?? '',
      customerId: tenant.customerId,
      addressHash: mailAddressHash('gone@rossi.example'),
    });
    expect(
      await ordering.rows('select delivery_contact, placed_by from ordering.supply_order order by number'),
    ).toEqual([
      { delivery_contact: null, placed_by: null },
      {
        delivery_contact: { name: 'Somebody', email: 'stays@rossi.example', phone: null },
        placed_by: null,
      },
    ]);
    expect(await ordering.data(buyer, LIST, { batchId: stays.batchId })).toEqual({
      orders: { edges: [{ node: { number: stays.numbers[0] } }] },
    });
    expect(await ordering.data(buyer, LIST, { batchId: 'no-id' })).toEqual({ orders: { edges: [] } });
  });
});
