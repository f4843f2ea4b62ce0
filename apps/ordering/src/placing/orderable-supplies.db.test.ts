import { randomUUID } from 'node:crypto';
import { supplyLevelChanged } from '@platen/contracts';
import { statementsOf } from '@platen/testing';
import {
  blackTonerOf,
  buildArticle,
  buyerOf,
  knownDevice,
  knownTenant,
  memberOf,
} from '../../test/factories';
import { type OrderingUnderTest, startOrdering } from '../../test/ordering-under-test';

const ORDERABLE = `query ($id: ID!) { orderableSupplies(deviceId: $id) { expectedOn deliveryAddress contactName
  supplies { slot kind color levelPercent articles { article { partNumber } maxQuantity accessory }
    refusal { code text order { number } } } } }`;

interface Answer {
  readonly orderableSupplies: {
    readonly expectedOn: string;
    readonly supplies: readonly {
      readonly slot: string | null;
      readonly kind: string;
      readonly levelPercent: number | null;
      readonly articles: readonly { readonly article: { readonly partNumber: string } }[];
      readonly refusal: { readonly code: string; readonly text: string; readonly order: unknown } | null;
    }[];
  } | null;
}

describe('what can be ordered for a device (R48-R53, R57)', () => {
  let ordering: OrderingUnderTest;
  beforeAll(async () => {
    ordering = await startOrdering();
  });
  afterAll(() => ordering.stop());
  beforeEach(async () => {
    await ordering.database.clean();
    ordering.scopes.clear();
  });

  const asked = async (actor: Parameters<OrderingUnderTest['data']>[0], id: string) =>
    (await ordering.data<Answer>(actor, ORDERABLE, { id })).orderableSupplies;

  test('places that the device reports come first, then those that only the catalogue knows', async () => {
    const tenant = await knownTenant(ordering);
    await buildArticle(ordering, tenant, { partNumber: 'TN-long', yieldImpressions: 30_000 });
    await buildArticle(ordering, tenant, { kind: 'waste', color: 'none' });
    await buildArticle(ordering, tenant, { kind: 'staples', color: 'none' });
    await ordering.rows(`update ordering.article_fit set accessory = 'FS-539' where kind = 'staples'`);
    const device = await knownDevice(ordering, tenant, { monitored: false });
    await ordering.deliver(supplyLevelChanged, blackTonerOf(device)(1, 40));
    expect(await asked(buyerOf(tenant), device.deviceId)).toEqual({
      expectedOn: '2026-11-18',
      deliveryAddress: 'Sede, Via Roma 1, 20121 Milano, IT',
      contactName: 'Anna Bianchi',
      supplies: [
        {
          slot: '1.1',
          kind: 'TONER',
          color: 'BLACK',
          levelPercent: null,
          articles: [
            { article: { partNumber: 'TN-long' }, maxQuantity: 99, accessory: null },
            { article: { partNumber: 'TN-toner-black' }, maxQuantity: 99, accessory: null },
          ],
          refusal: null,
        },
        {
          slot: null,
          kind: 'STAPLES',
          color: null,
          levelPercent: null,
          articles: [{ article: { partNumber: 'TN-staples-none' }, maxQuantity: 99, accessory: 'FS-539' }],
          refusal: { code: 'STAPLES_BY_CONTACT', text: expect.stringContaining('800 000 001'), order: null },
        },
        {
          slot: null,
          kind: 'WASTE',
          color: null,
          levelPercent: null,
          articles: [{ article: { partNumber: 'TN-waste-none' }, maxQuantity: 99, accessory: null }],
          refusal: null,
        },
      ],
    });
  });

  test('R52 a monitored device shows its level, and the advice in the language of the viewer', async () => {
    const tenant = await knownTenant(ordering);
    const device = await knownDevice(ordering, tenant);
    await ordering.deliver(supplyLevelChanged, blackTonerOf(device)(1, 40));
    const answer = await asked(buyerOf(tenant, { locale: 'nl' }), device.deviceId);
    expect(answer?.supplies[0]).toMatchObject({
      levelPercent: 40,
      refusal: {
        code: 'DEVICE_MONITORED',
        text: 'Dit apparaat wordt bewaakt: verbruiksartikelen worden automatisch besteld. Hebt u er een extra nodig? Bel 800 000 001 of schrijf naar consumabili@branch.example.',
      },
    });
  });

  test('what is on its way is named with its order; who may not order is told so', async () => {
    const tenant = await knownTenant(ordering);
    const device = await knownDevice(ordering, tenant);
    await ordering.deliver(supplyLevelChanged, blackTonerOf(device)(1, 10));
    await knownDevice(ordering, tenant, { ...device, version: 2, monitored: false });
    expect((await asked(buyerOf(tenant), device.deviceId))?.supplies[0]?.refusal).toMatchObject({
      code: 'ALREADY_ON_ORDER',
      order: { number: '510001' },
    });
    expect((await asked(memberOf(tenant), device.deviceId))?.supplies[0]?.refusal).toMatchObject({
      code: 'NO_RIGHT',
      order: null,
    });
  });

  test.each([
    ['2026-11-16T10:59:59Z', '2026-11-18'],
    ['2026-11-16T11:00:00Z', '2026-11-19'],
    ['2026-12-23T11:00:00Z', '2026-12-29'],
  ])('R57 R58 registered at %s it is expected on %s', async (now, day) => {
    const tenant = await knownTenant(ordering);
    const device = await knownDevice(ordering, tenant, { monitored: false });
    ordering.clock.set(new Date(now));
    expect((await asked(buyerOf(tenant), device.deviceId))?.expectedOn).toBe(day);
  });

  test('C2 a device out of sight is as one that does not exist', async () => {
    const tenant = await knownTenant(ordering);
    const device = await knownDevice(ordering, tenant);
    const buyer = buyerOf(tenant);
    ordering.scopes.set(buyer.id, { all: false, deviceIds: [] });
    const strangers = [buyer, buyerOf(await knownTenant(ordering))];
    for (const actor of strangers) expect(await asked(actor, device.deviceId)).toBeNull();
    expect(await asked(buyerOf(tenant), randomUUID())).toBeNull();
    expect(await asked(buyerOf(tenant), 'no-id')).toBeNull();
  });

  test('a device without anything known of it has nothing to order and says so', async () => {
    const tenant = await knownTenant(ordering);
    const device = await knownDevice(ordering, tenant, { monitored: false, model: 'Unheard of' });
    expect((await asked(buyerOf(tenant), device.deviceId))?.supplies).toEqual([]);
    await ordering.deliver(supplyLevelChanged, blackTonerOf(device)(1, 40));
    const member = buyerOf(tenant);
    expect((await asked(member, device.deviceId))?.supplies).toMatchObject([
      { articles: [], refusal: { code: 'NO_ARTICLE' } },
    ]);
    expect(await statementsOf(() => asked(member, device.deviceId))).toHaveLength(5);
  });
});
