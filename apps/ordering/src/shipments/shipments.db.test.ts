import { randomUUID } from 'node:crypto';
import { type Actor, anonymous } from '@platen/platform';
import { buildActor } from '@platen/testing';
import {
  type Tenant,
  buildArticle,
  knownTenant,
  memberOf,
  neighbourOf,
  orderOf,
  staffOf,
} from '../../test/factories';
import { lettersOf, orderActs, stateOf } from '../../test/order-acts';
import { type OrderingUnderTest, startOrdering } from '../../test/ordering-under-test';

const SHOWN = `query ($id: ID!) { order(id: $id) { status shipments {
  carrier trackingNumber trackingUrl shippedAt deliveredAt lines { lineId quantity article { partNumber } } }
  timeline { kind } } }`;

let ordering: OrderingUnderTest;
let tenant: Tenant;
let partner: Actor;
let staff: Actor;
let acts: ReturnType<typeof orderActs>;
beforeAll(async () => {
  ordering = await startOrdering();
  acts = orderActs(ordering);
});
afterAll(() => ordering.stop());
beforeEach(async () => {
  await ordering.database.clean();
  tenant = await knownTenant(ordering);
  partner = partnerOf(tenant);
  staff = staffOf(tenant, { rights: ['order:read', 'order:manage', 'shipment:write'] });
  await acts.saveCarrier(staff, {
    key: 'brt',
    name: 'BRT',
    trackingTemplate: 'https://brt.example/t?n={number}',
  });
});

/** A carrier's or warehouse's system that works for the whole branch. */
function partnerOf({ branchId }: Tenant): Actor {
  return buildActor({
    kind: 'partner',
    branchId,
    customerId: null,
    rights: ['shipment:write'],
    locale: 'en',
  });
}

const parcels = () => ordering.rows('select key from ordering.shipment order by key');
const events = (id: string) =>
  ordering.rows<{ kind: string }>(
    'select kind from ordering.order_event where order_id = $1 order by happened_at, id',
    [id],
  );

/** An order of three toners and two drums. */
async function bigOrder() {
  const order = await orderOf(ordering, tenant);
  const drum = await buildArticle(ordering, tenant, { kind: 'drum' });
  await ordering.rows('update ordering.order_line set quantity = 3 where order_id = $1', [order.id]);
  await ordering.rows(
    `insert into ordering.order_line (order_id, customer_id, branch_id, device_id, position, article_id, quantity,
       automatic) values ($1, $2, $3, $4, 2, $5, 2, false)`,
    [order.id, tenant.customerId, tenant.branchId, order.deviceId, drum],
  );
  return order;
}

test('R56 a parcel ships the order: link at the order, letter with carrier, number and link', async () => {
  const { id, number } = await orderOf(ordering, tenant);
  const report = { key: 'DDT-1', orderNumber: number, carrierKey: 'brt', trackingNumber: 'A/1 2' };
  const url = 'https://brt.example/t?n=A%2F1%202';
  const first = await acts.ship(partner, report);
  expect(first).toMatchObject({
    __typename: 'RecordShipmentSuccess',
    // A key that may not read orders learns of its own parcel only.
    order: null,
    shipment: { key: 'DDT-1', carrier: 'BRT', trackingNumber: 'A/1 2', trackingUrl: url, deliveredAt: null },
  });
  expect(await acts.ship(partner, { ...report, orderNumber: null, orderId: id })).toEqual(first);
  expect(await ordering.data(memberOf(tenant), SHOWN, { id })).toMatchObject({
    order: {
      status: 'SHIPPED',
      shipments: [
        { carrier: 'BRT', trackingUrl: url, shippedAt: '2026-11-16T08:00:00.000Z', lines: [{ quantity: 1 }] },
      ],
      timeline: [{ kind: 'shipped' }, { kind: 'placed' }],
    },
  });
  expect(await lettersOf(ordering)).toMatchObject([
    {
      template: 'order-shipped',
      to: 'anna@rossi.example',
      link: { url },
      values: {
        number,
        content: '1 × Article TN-toner-black',
        way: 'La consegna BRT; il numero di spedizione è A/1 2.',
        day: '18 novembre 2026',
      },
    },
  ]);
  expect(await stateOf(ordering, id)).toEqual({ status: 'shipped', live: 1 });
});

test('the same key with another input is a conflict, and nothing is changed', async () => {
  const { id } = await orderOf(ordering, tenant);
  await acts.ship(partner, { key: 'DDT-1', orderId: id });
  for (const other of [
    { trackingNumber: 'X1' },
    { shippedAt: '2026-11-16T08:01:00Z' },
    { carrierKey: 'brt' },
  ])
    expect(await acts.ship(partner, { key: 'DDT-1', orderId: id, ...other })).toMatchObject({
      code: 'IDEMPOTENCY_CONFLICT',
    });
  expect(await parcels()).toHaveLength(1);
  expect(await lettersOf(ordering)).toHaveLength(1);
});

test('twenty equal reports in parallel are one parcel, one letter, one event', async () => {
  const { id } = await orderOf(ordering, tenant);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => acts.ship(partner, { key: 'DDT-1', orderId: id })),
  );
  expect(new Set(answers.map((answer) => answer.shipment?.id)).size).toBe(1);
  expect(await lettersOf(ordering)).toHaveLength(1);
  expect(await events(id)).toEqual([{ kind: 'shipped' }, { kind: 'placed' }]);
});

test('in parts: shipped with the first, delivered with the last, and never more than was ordered', async () => {
  const { id } = await bigOrder();
  const part = (key: string, quantity: number) =>
    acts.ship(partner, { key, orderId: id, lines: [{ partNumber: 'TN-toner-black', quantity }] });
  expect(await part('1', 2)).toMatchObject({ shipment: { lines: [{ quantity: 2 }] } });
  expect(await part('2', 2)).toMatchObject({
    code: 'INVALID_INPUT',
    fields: [{ path: 'lines.0.quantity', message: 'Only 1 of this are left to ship.' }],
  });
  await acts.deliver(partner, { key: '1', orderId: id });
  expect(await stateOf(ordering, id)).toEqual({ status: 'shipped', live: 2 });
  expect(await acts.ship(partner, { key: '3', orderId: id })).toMatchObject({
    shipment: { lines: [{ quantity: 1 }, { quantity: 2 }] },
  });
  expect(await acts.ship(partner, { key: '4', orderId: id })).toMatchObject({ fields: [{ path: 'lines' }] });
  await acts.deliver(partner, { key: '3', orderId: id, deliveredAt: '2026-11-16T08:25:00Z' });
  expect(await stateOf(ordering, id)).toEqual({ status: 'delivered', live: 0 });
  expect((await events(id)).map(({ kind }) => kind)).toEqual([
    'shipped',
    'shipment-reported',
    'shipment-delivered',
    'delivered',
    'placed',
  ]);
  expect((await lettersOf(ordering)).map(({ values }) => values.content)).toEqual([
    '2 × Article TN-toner-black',
    '1 × Article TN-toner-black, 2 × Article TN-drum-black',
  ]);
});

test('out of order: the arrival first, then that it left; no letter about what has arrived', async () => {
  const { id } = await orderOf(ordering, tenant);
  const arrived = { key: 'DDT-1', orderId: id };
  expect(await acts.deliver(partner, arrived)).toMatchObject({ shipment: { shippedAt: null, lines: [] } });
  expect(await acts.deliver(partner, arrived)).toMatchObject({ shipment: { shippedAt: null } });
  expect(await stateOf(ordering, id)).toEqual({ status: 'shipped', live: 1 });
  expect(await acts.ship(partner, { ...arrived, shippedAt: '2026-11-16T08:21:00Z' })).toMatchObject({
    fields: [{ path: 'shippedAt' }],
  });
  expect(await acts.ship(partner, arrived)).toMatchObject({
    shipment: { deliveredAt: '2026-11-16T08:20:00.000Z', lines: [{ quantity: 1 }] },
  });
  expect(await acts.deliver(partner, arrived)).toMatchObject({ __typename: 'RecordShipmentSuccess' });
  expect(await acts.deliver(partner, { ...arrived, deliveredAt: '2026-11-16T08:22:00Z' })).toMatchObject({
    code: 'IDEMPOTENCY_CONFLICT',
  });
  expect(await stateOf(ordering, id)).toEqual({ status: 'delivered', live: 0 });
  expect(await lettersOf(ordering)).toEqual([]);
});

test('a parcel told of after the order was seen to have arrived is kept and changes nothing else', async () => {
  const { id } = await orderOf(ordering, tenant);
  await ordering.rows(`update ordering.supply_order set status = 'delivered' where id = $1`, [id]);
  expect(await acts.ship(partner, { key: 'late', orderId: id })).toMatchObject({
    __typename: 'RecordShipmentSuccess',
  });
  expect((await stateOf(ordering, id))?.status).toBe('delivered');
});

test('a lost parcel that turns up delivers its order after all; one that left never does not', async () => {
  const { id } = await orderOf(ordering, tenant);
  await acts.ship(partner, { key: 'DDT-1', orderId: id });
  await ordering.rows(`update ordering.supply_order set status = 'lost' where id = $1`, [id]);
  expect(await acts.ship(partner, { key: 'DDT-2', orderId: id })).toMatchObject({
    code: 'ORDER_ACT_NOT_POSSIBLE',
    status: 'LOST',
  });
  await acts.deliver(partner, { key: 'DDT-1', orderId: id });
  expect((await stateOf(ordering, id))?.status).toBe('delivered');
});

test('cancelled while it ships: one wins, the other is told, and no parcel of a cancelled order is kept', async () => {
  const person = memberOf(tenant, { rights: ['order:read', 'order:place'] });
  for (let round = 0; round < 5; round++) {
    const { id } = await orderOf(ordering, tenant);
    const [shipped, cancelled] = await Promise.all([
      acts.ship(partner, { key: `DDT-${round}`, orderId: id }),
      acts.cancel(person, id),
    ]);
    const after = await stateOf(ordering, id);
    if (after?.status === 'shipped') expect(cancelled).toMatchObject({ code: 'ORDER_PAST_SELF_SERVICE' });
    else {
      expect(after).toEqual({ status: 'cancelled', live: 0 });
      expect(shipped).toMatchObject({ code: 'ORDER_ACT_NOT_POSSIBLE', status: 'CANCELLED' });
    }
    expect(await ordering.rows('select 1 from ordering.shipment where order_id = $1', [id])).toHaveLength(
      after?.status === 'shipped' ? 1 : 0,
    );
  }
});

test("an unknown order, another branch's and another customer's are one and the same", async () => {
  const { id, number } = await orderOf(ordering, tenant);
  const neighbour = await neighbourOf(ordering, tenant);
  const stranger = { ...partner, customerId: neighbour.customerId };
  const elsewhere = partnerOf(await knownTenant(ordering));
  for (const [actor, name] of [
    [partner, { orderId: randomUUID() }],
    [partner, { orderId: 'no-id' }],
    [partner, { orderNumber: '999999' }],
    [stranger, { orderId: id }],
    [elsewhere, { orderNumber: number }],
  ] as const) {
    expect(await acts.ship(actor, { key: 'DDT-1', ...name })).toMatchObject({ code: 'ORDER_NOT_FOUND' });
    expect(await acts.deliver(actor, { key: 'DDT-1', ...name })).toMatchObject({ code: 'ORDER_NOT_FOUND' });
  }
  expect(await parcels()).toEqual([]);
  expect(await stateOf(ordering, id)).toEqual({ status: 'received', live: 1 });
});

test.each([
  ['no key', { key: '' }, 'key'],
  ['a blank key', { key: '  ' }, 'key'],
  ['a huge key', { key: 'k'.repeat(101) }, 'key'],
  ['a key that cannot be stored', { key: 'a\0b' }, 'key'],
  ['two names', { orderNumber: '510001' }, 'orderId'],
  ['tomorrow and later', { shippedAt: '2026-11-18T09:00:00Z' }, 'shippedAt'],
  ['years ago', { shippedAt: '2024-11-18T09:00:00Z' }, 'shippedAt'],
  ['a tracking number with markup', { trackingNumber: '<b>1</b>' }, 'trackingNumber'],
  ['a huge tracking number', { trackingNumber: '1'.repeat(61) }, 'trackingNumber'],
  ['an unknown carrier', { carrierKey: 'nobody' }, 'carrierKey'],
  ['no lines', { lines: [] }, 'lines'],
  ['quantity 0', { lines: [{ partNumber: 'TN-toner-black', quantity: 0 }] }, 'lines.0.quantity'],
  ['quantity -1', { lines: [{ partNumber: 'TN-toner-black', quantity: -1 }] }, 'lines.0.quantity'],
  ['quantity 10^9', { lines: [{ partNumber: 'TN-toner-black', quantity: 1e9 }] }, 'lines.0.quantity'],
  ['a line twice named', { lines: [{ partNumber: 'a', lineId: 'b', quantity: 1 }] }, 'lines.0'],
  ['a line of nothing', { lines: [{ partNumber: 'nothing', quantity: 1 }] }, 'lines.0'],
])('%s is refused at its field, and nothing is kept', async (_, more, path) => {
  const { id } = await orderOf(ordering, tenant);
  const answer = await acts.ship(partner, { key: 'DDT-1', orderId: id, ...more });
  expect(answer).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path }] });
  expect(await parcels()).toEqual([]);
  expect(await stateOf(ordering, id)).toEqual({ status: 'received', live: 1 });
});

test('C1 nobody known, nobody without the right, and nobody of a customer records parcels', async () => {
  const { id } = await orderOf(ordering, tenant);
  const document = `mutation ($input: RecordShipmentInput!) { recordShipment(input: $input) { __typename } }`;
  const input = { key: 'DDT-1', orderId: id, shippedAt: '2026-11-16T08:00:00Z' };
  const codeOf = async (actor: Actor) =>
    (await ordering.ask(actor, document, { input })).errors?.[0]?.extensions?.code;
  expect(await codeOf(anonymous('test', 'en'))).toBe('UNAUTHENTICATED');
  expect(await codeOf(memberOf(tenant))).toBe('UNAUTHORIZED');
  const tampered = memberOf(tenant, { rights: ['order:read', 'shipment:write'] });
  expect(await acts.ship(tampered, { key: 'DDT-1', orderId: id })).toMatchObject({ code: 'ORDER_NOT_FOUND' });
  expect(await parcels()).toEqual([]);
});

describe('carriers', () => {
  const list = async (actor: Actor) =>
    (await ordering.data<{ carriers: object[] }>(actor, '{ carriers { key name retired } }')).carriers;

  test('a branch keeps its own; one that is given up takes no more parcels, and keeps those it had', async () => {
    const { id } = await bigOrder();
    const lines = [{ partNumber: 'TN-toner-black', quantity: 1 }];
    await acts.ship(partner, { key: '1', orderId: id, carrierKey: 'brt', trackingNumber: 'A1', lines });
    await acts.saveCarrier(staff, { key: 'brt', name: 'BRT Bartolini', retired: true });
    await acts.saveCarrier(staff, { key: 'gls', name: ' GLS ' });
    expect(await list(partner)).toEqual([
      { key: 'gls', name: 'GLS', retired: false },
      { key: 'brt', name: 'BRT Bartolini', retired: true },
    ]);
    expect(await acts.ship(partner, { key: '2', orderId: id, carrierKey: 'brt' })).toMatchObject({
      fields: [{ path: 'carrierKey' }],
    });
    expect(await ordering.data(memberOf(tenant), SHOWN, { id })).toMatchObject({
      order: { shipments: [{ carrier: 'BRT Bartolini', trackingNumber: 'A1', trackingUrl: null }] },
    });
    expect(await list(partnerOf(await knownTenant(ordering)))).toEqual([]);
  });

  test.each([
    ['javascript:', { trackingTemplate: 'javascript:alert("{number}")' }, 'trackingTemplate'],
    ['http', { trackingTemplate: 'http://brt.example/{number}' }, 'trackingTemplate'],
    ['no number', { trackingTemplate: 'https://brt.example/' }, 'trackingTemplate'],
    ['no key', { key: '' }, 'key'],
    ['a key with capitals', { key: 'BRT' }, 'key'],
    ['no name', { name: ' ' }, 'name'],
    ['a huge name', { name: 'x'.repeat(61) }, 'name'],
  ])('C30 %s is refused at its field', async (_, more, path) => {
    const answer = await acts.saveCarrier(staff, { key: 'gls', name: 'GLS', ...more });
    expect(answer).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path }] });
    expect(await ordering.rows('select key from ordering.carrier')).toEqual([{ key: 'brt' }]);
  });

  test('C30 a template that got into the table past the check leads nowhere', async () => {
    const { id } = await orderOf(ordering, tenant);
    await ordering.rows(`update ordering.carrier set tracking_template = 'javascript:alert(1)//{number}'`);
    const sent = { key: '1', orderId: id, carrierKey: 'brt', trackingNumber: 'A1' };
    expect(await acts.ship(partner, sent)).toMatchObject({ shipment: { trackingUrl: null } });
    expect(await lettersOf(ordering)).toMatchObject([{ link: null }]);
  });

  test('a partner may name carriers, not keep them', async () => {
    const managing = { ...partner, rights: new Set(['order:manage'] as const) };
    const document = 'mutation ($input: SaveCarrierInput!) { saveCarrier(input: $input) { __typename } }';
    const { errors } = await ordering.ask(managing, document, { input: { key: 'gls', name: 'GLS' } });
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHORIZED');
  });
});
