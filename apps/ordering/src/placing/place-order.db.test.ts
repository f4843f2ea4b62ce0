import { randomUUID } from 'node:crypto';
import { supplyLevelChanged } from '@platen/contracts';
import type { Actor } from '@platen/platform';
import {
  type Tenant,
  blackTonerOf,
  buildArticle,
  buyerOf,
  knownDevice,
  knownTenant,
  memberOf,
} from '../../test/factories';
import { type OrderingUnderTest, startOrdering } from '../../test/ordering-under-test';

const PLACE = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename
  ... on PlaceOrderSuccess { batchId numbers orders { id number automatic expectedOn deliveryAddress
    lines { quantity supplySlot article { partNumber } } } }
  ... on OrderRefusedError { code message lines { line code message } }
  ... on InvalidInputError { fields { path message } }
  ... on IdempotencyConflictError { code } } }`;

interface Line {
  readonly deviceId: string;
  readonly articleId?: string | null;
  readonly slot?: string;
  readonly quantity: number;
}

interface Answer {
  readonly placeOrder: {
    readonly __typename: string;
    readonly batchId?: string;
    readonly numbers?: readonly string[];
    readonly lines?: readonly { readonly line: number; readonly code: string; readonly message: string }[];
    readonly fields?: readonly { readonly path: string; readonly message: string }[];
    readonly orders?: readonly { readonly id: string }[];
  };
}

describe('orders that people place (R48-R54)', () => {
  let ordering: OrderingUnderTest;
  beforeAll(async () => {
    ordering = await startOrdering();
  });
  afterAll(() => ordering.stop());
  beforeEach(async () => {
    await ordering.database.clean();
    ordering.scopes.clear();
  });

  const key = () => `key-${randomUUID()}`;
  const place = async (actor: Actor, lines: readonly Line[], more: Record<string, unknown> = {}) =>
    (
      await ordering.data<Answer>(actor, PLACE, {
        input: { idempotencyKey: key(), lines, ...more },
      })
    ).placeOrder;
  const stored = () =>
    ordering.rows<{ number: string; batch_id: string; placed_by: string; delivery_address: string }>(
      'select * from ordering.supply_order order by number',
    );
  const nothingHappened = async () => {
    expect(await stored()).toEqual([]);
    expect(await ordering.rows('select 1 from ordering.mail')).toEqual([]);
    expect(await ordering.rows(`select 1 from ordering.outbox where name like 'ordering.%'`)).toEqual([]);
    expect(await ordering.rows('select 1 from ordering.idempotency')).toEqual([]);
  };

  /** A tenant with one device that nobody watches, and the article for it. */
  async function unwatched(parts: Parameters<typeof knownDevice>[2] = {}) {
    const tenant = await knownTenant(ordering);
    const device = await knownDevice(ordering, tenant, { monitored: false, ...parts });
    return { tenant, device, articleId: await articleOf(tenant), buyer: buyerOf(tenant) };
  }

  async function articleOf(tenant: Tenant): Promise<string> {
    const [article] = await ordering.rows<{ id: string }>(
      'select id from ordering.article where branch_id = $1',
      [tenant.branchId],
    );
    if (!article) throw new Error('The tenant has no article.');
    return article.id;
  }

  test('R54 an order is registered with its line, event, audit entry and confirmation, in one transaction', async () => {
    const { tenant, device, articleId, buyer } = await unwatched();
    const answer = await place(buyer, [{ deviceId: device.deviceId, articleId, quantity: 2 }], {
      costCentre: ' CC-7 ',
      poNumber: 'PO 1',
      instructions: 'Ring twice',
    });
    expect(answer).toEqual({
      __typename: 'PlaceOrderSuccess',
      batchId: expect.any(String),
      numbers: ['510001'],
      orders: [
        {
          id: expect.any(String),
          number: '510001',
          automatic: false,
          expectedOn: '2026-11-18',
          deliveryAddress: 'Sede, Via Roma 1, 20121 Milano, IT',
          lines: [{ quantity: 2, supplySlot: null, article: { partNumber: 'TN-toner-black' } }],
        },
      ],
    });
    expect(await stored()).toMatchObject([
      {
        batch_id: answer.batchId,
        placed_by_kind: 'user',
        placed_by: buyer.id,
        cost_centre: 'CC-7',
        po_number: 'PO 1',
        delivery_instructions: 'Ring twice',
        delivery_contact: { name: 'Anna Bianchi', email: 'anna@rossi.example', phone: null },
        automatic: false,
      },
    ]);
    const events = await ordering.rows<{ name: string; payload: Record<string, unknown> }>(
      `select name, payload from ordering.outbox where kind = 'event' order by name`,
    );
    expect(events).toMatchObject([
      { name: 'ordering.order.placed.v1', payload: { deviceId: device.deviceId, automatic: false } },
      {
        name: 'platform.audit-entry.recorded.v1',
        payload: {
          action: 'order.placed',
          actor: { kind: 'user', id: buyer.id },
          customerId: tenant.customerId,
          facts: { lines: 1, pieces: 2 },
        },
      },
    ]);
    expect(
      await ordering.rows(`select recipient, template, locale, data->'automatic' as automatic,
        data->>'orderNumber' as number, data->'lines'->0->'quantity' as quantity from ordering.mail`),
    ).toEqual([
      {
        recipient: 'ufficio@rossi.example',
        template: 'order-confirmed',
        locale: 'it',
        automatic: false,
        number: '510001',
        quantity: 2,
      },
    ]);
  });

  test('many devices: one order for each, one batch; a place alone is enough to find the article', async () => {
    const { tenant, device, articleId, buyer } = await unwatched();
    const cyan = await buildArticle(ordering, tenant, { color: 'cyan' });
    const other = await knownDevice(ordering, tenant, { monitored: false, serialNumber: 'SN-2' });
    await ordering.deliver(supplyLevelChanged, blackTonerOf(other)(1, 40));
    const answer = await place(buyer, [
      { deviceId: device.deviceId, articleId, quantity: 1 },
      { deviceId: other.deviceId, slot: '1.1', quantity: 3 },
      { deviceId: device.deviceId.toUpperCase(), articleId: cyan, quantity: 1 },
    ]);
    expect(answer.numbers).toEqual(['510001', '510002']);
    const orders = await stored();
    expect(orders.map((order) => order.batch_id)).toEqual([answer.batchId, answer.batchId]);
    expect(
      await ordering.rows(`select o.number, l.position, l.quantity, l.supply_slot, a.color
        from ordering.order_line l join ordering.supply_order o on o.id = l.order_id
        join ordering.article a on a.id = l.article_id order by o.number, l.position`),
    ).toEqual([
      { number: '510001', position: 1, quantity: 1, supply_slot: null, color: 'black' },
      { number: '510001', position: 2, quantity: 1, supply_slot: null, color: 'cyan' },
      { number: '510002', position: 1, quantity: 3, supply_slot: '1.1', color: 'black' },
    ]);
  });

  test.each([
    [
      'R52 a monitored device',
      { monitored: true },
      'DEVICE_MONITORED',
      'Need an extra one? Call 800 000 001 or write to consumabili@branch.example.',
    ],
    ['a retired device', { active: false }, 'DEVICE_NOT_ACTIVE', 'no longer in use'],
    ['an article that does not fit', { model: 'ECO C1' }, 'DOES_NOT_FIT', 'does not fit'],
  ])('%s is refused with its reason, and nothing happens', async (_, parts, code, text) => {
    const { device, articleId, buyer } = await unwatched(parts);
    const answer = await place(buyer, [{ deviceId: device.deviceId, articleId, quantity: 1 }]);
    expect(answer.lines).toEqual([{ line: 0, code, message: expect.stringContaining(text) }]);
    await nothingHappened();
  });

  test("C2 another customer's device and an unknown one get the same answer; so do their articles", async () => {
    const { device, articleId, buyer } = await unwatched();
    const stranger = await unwatched();
    const own = { deviceId: device.deviceId, quantity: 1 };
    const answers = [
      await place(buyer, [{ deviceId: stranger.device.deviceId, articleId, quantity: 1 }]),
      await place(buyer, [{ deviceId: randomUUID(), articleId, quantity: 1 }]),
      await place(buyer, [{ deviceId: 'no-id', articleId, quantity: 1 }]),
    ];
    for (const answer of answers) expect(answer.lines?.map(({ code }) => code)).toEqual(['UNKNOWN_DEVICE']);
    for (const foreign of [stranger.articleId, randomUUID(), 'no-id'])
      expect((await place(buyer, [{ ...own, articleId: foreign }])).lines?.map(({ code }) => code)).toEqual([
        'DOES_NOT_FIT',
      ]);
    ordering.scopes.set(buyer.id, { all: false, deviceIds: [] });
    expect((await place(buyer, [{ ...own, articleId }])).lines?.map(({ code }) => code)).toEqual([
      'UNKNOWN_DEVICE',
    ]);
    await nothingHappened();
  });

  test('R49 R50 R53 kinds that the branch does not let people order lead to its contact', async () => {
    const { tenant, device, buyer } = await unwatched();
    const drum = await buildArticle(ordering, tenant, { kind: 'drum', color: 'none' });
    const staples = await buildArticle(ordering, tenant, { kind: 'staples', color: 'none' });
    const answer = await place(buyer, [
      { deviceId: device.deviceId, articleId: drum, quantity: 1 },
      { deviceId: device.deviceId, articleId: staples, quantity: 1 },
    ]);
    expect(answer.lines).toEqual([
      { line: 0, code: 'KIND_NOT_ORDERABLE', message: expect.stringContaining('800 000 001') },
      { line: 1, code: 'STAPLES_BY_CONTACT', message: expect.stringContaining('800 000 001') },
    ]);
    await nothingHappened();
  });

  test('all lines or none, each bad one with its verdict', async () => {
    const { tenant, device, articleId, buyer } = await unwatched();
    const few = await buildArticle(ordering, tenant, { color: 'cyan' });
    await ordering.rows('update ordering.article set max_quantity = 2 where id = $1', [few]);
    const closed = await buildArticle(ordering, tenant, { color: 'magenta' });
    await ordering.rows('update ordering.article set orderable = false where id = $1', [closed]);
    const line = (id: string, quantity = 1) => ({ deviceId: device.deviceId, articleId: id, quantity });
    const answer = await place(buyer, [line(articleId), line(few, 3), line(closed), line(articleId)]);
    expect(answer.lines?.map(({ line: at, code }) => [at, code])).toEqual([
      [1, 'ABOVE_LIMIT'],
      [2, 'NOT_OFFERED'],
      [3, 'NAMED_TWICE'],
    ]);
    await nothingHappened();
  });

  test.each([0, -1, 1000, 1_000_000_000])('quantity %d is refused at its field', async (quantity) => {
    const { device, articleId, buyer } = await unwatched();
    const answer = await place(buyer, [{ deviceId: device.deviceId, articleId, quantity }]);
    expect(answer.fields).toEqual([
      { path: 'lines.0.quantity', message: 'A quantity is a whole number from 1 to 999.' },
    ]);
    await nothingHappened();
  });

  test('empty, endless and strange input is refused at its fields', async () => {
    const { device, articleId, buyer } = await unwatched();
    const line = { deviceId: device.deviceId, articleId, quantity: 1 };
    const faults = async (lines: readonly Line[], more: Record<string, unknown> = {}) =>
      (await place(buyer, lines, more)).fields?.map(({ path }) => path);
    expect(await faults([])).toEqual(['lines']);
    expect(await faults(Array.from({ length: 201 }, () => line))).toEqual(['lines']);
    expect(await faults([{ deviceId: device.deviceId, quantity: 1 }])).toEqual(['lines.0.articleId']);
    expect(await faults([line], { idempotencyKey: 'short' })).toEqual(['idempotencyKey']);
    expect(await faults([line], { costCentre: 'x'.repeat(61), instructions: 'a\u0000b' })).toEqual([
      'costCentre',
      'instructions',
    ]);
    expect(await faults([line], { contactEmail: 'nobody' })).toEqual(['contactEmail', 'contactName']);
    expect(await faults([line], { deliverySiteId: randomUUID() })).toEqual(['deliverySiteId']);
    expect(await faults([line], { deliverySiteId: randomUUID(), deliveryAddress: 'Here' })).toEqual([
      'deliveryAddress',
    ]);
    await nothingHappened();
  });

  test('C50 the same key: the same answer for the same input, a conflict for another', async () => {
    const { device, articleId, buyer } = await unwatched();
    const line = { deviceId: device.deviceId, articleId, quantity: 1 };
    const idempotencyKey = key();
    const first = await place(buyer, [line], { idempotencyKey });
    expect(await place(buyer, [line], { idempotencyKey })).toEqual(first);
    expect((await place(buyer, [{ ...line, quantity: 2 }], { idempotencyKey })).__typename).toBe(
      'IdempotencyConflictError',
    );
    expect((await stored()).map(({ number }) => number)).toEqual(['510001']);
  });

  test('C50 the same key ten times in parallel: one order, one answer', async () => {
    const { device, articleId, buyer } = await unwatched();
    const idempotencyKey = key();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        place(buyer, [{ deviceId: device.deviceId, articleId, quantity: 1 }], { idempotencyKey }),
      ),
    );
    expect(new Set(answers.map(({ batchId }) => batchId)).size).toBe(1);
    expect(await stored()).toHaveLength(1);
    expect(await ordering.rows('select 1 from ordering.mail')).toHaveLength(1);
  });

  test('two keys in parallel for one supply: one order; the other is told its number and day', async () => {
    const { device, articleId, buyer } = await unwatched();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => place(buyer, [{ deviceId: device.deviceId, articleId, quantity: 1 }])),
    );
    expect(answers.filter(({ numbers }) => numbers)).toHaveLength(1);
    const [refused] = answers.filter(({ lines }) => lines);
    const [order] = await stored();
    expect(refused?.lines).toEqual([
      {
        line: 0,
        code: 'ALREADY_ON_ORDER',
        message: `Already on its way: order ${order?.number}, expected around November 18, 2026.`,
      },
    ]);
  });

  test('C1 nobody without the right orders', async () => {
    const { tenant, device, articleId } = await unwatched();
    const input = { idempotencyKey: key(), lines: [{ deviceId: device.deviceId, articleId, quantity: 1 }] };
    const { errors } = await ordering.ask(memberOf(tenant), PLACE, { input });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHORIZED']);
    await nothingHappened();
  });
});
