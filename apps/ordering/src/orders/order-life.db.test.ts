import { randomUUID } from 'node:crypto';
import type { Actor } from '@platen/platform';
import { type Tenant, knownTenant, memberOf, neighbourOf, orderOf, staffOf } from '../../test/factories';
import { lettersOf, stateOf } from '../../test/order-acts';
import { type OrderingUnderTest, startOrdering } from '../../test/ordering-under-test';

const CHANGE = `mutation ($input: ChangeOrderStatusInput!) { changeOrderStatus(input: $input) { __typename
  ... on ChangeOrderStatusSuccess { order { status note expectedOn } }
  ... on OrderActNotPossibleError { status } ... on UserError { code }
  ... on InvalidInputError { fields { path message } } } }`;
const CANCEL = `mutation ($input: CancelOrderInput!) { cancelOrder(input: $input) { __typename
  ... on CancelOrderSuccess { order { status canCancel cancelAdvice } }
  ... on OrderActNotPossibleError { status } ... on UserError { code message }
  ... on OrderPastSelfServiceError { status phone mail hours } } }`;
const MAY = 'query ($id: ID!) { order(id: $id) { canCancel cancelAdvice } }';

let ordering: OrderingUnderTest;
let tenant: Tenant;
let staff: Actor;
let member: Actor;
beforeAll(async () => {
  ordering = await startOrdering();
});
afterAll(() => ordering.stop());
beforeEach(async () => {
  await ordering.database.clean();
  ordering.scopes.clear();
  tenant = await knownTenant(ordering);
  staff = staffOf(tenant, { rights: ['order:read', 'order:manage'], locale: 'en' });
  member = memberOf(tenant, { rights: ['order:read', 'order:place'], locale: 'it' });
});

const change = async (orderId: string, status: string, more: object = {}, actor: Actor = staff) =>
  (await ordering.data<{ changeOrderStatus: object }>(actor, CHANGE, { input: { orderId, status, ...more } }))
    .changeOrderStatus;
const cancel = async (orderId: string, actor: Actor = member) =>
  (await ordering.data<{ cancelOrder: { __typename: string } }>(actor, CANCEL, { input: { orderId } }))
    .cancelOrder;
const statusOf = (id: string) => stateOf(ordering, id);
const changes = () =>
  ordering.rows(
    `select payload ->> 'from' as from, payload ->> 'to' as to from ordering.outbox
     where name = 'ordering.order.changed.v1' order by id`,
  );

test('R55 the branch says where an order stands; the same again changes nothing and tells nobody', async () => {
  const { id } = await orderOf(ordering, tenant);
  const note = 'Il magazzino attende il corriere.';
  const told = { __typename: 'ChangeOrderStatusSuccess', order: { note, expectedOn: '2026-11-20' } };
  expect(await change(id, 'BACKORDERED', { note, expectedOn: '2026-11-20' })).toMatchObject(told);
  expect(await change(id, 'BACKORDERED', { note, expectedOn: '2026-11-20' })).toMatchObject(told);
  expect(await change(id, 'CONFIRMED', { note: '' })).toMatchObject({
    order: { status: 'CONFIRMED', note: null, expectedOn: '2026-11-20' },
  });
  expect(await changes()).toEqual([
    { from: 'received', to: 'backordered' },
    { from: 'backordered', to: 'confirmed' },
  ]);
  expect(await lettersOf(ordering)).toMatchObject([
    {
      template: 'order-backordered',
      to: 'anna@rossi.example',
      values: {
        number: '510001',
        machine: 'Reception',
        content: '1 × Article TN-toner-black',
        note,
        outlook: 'Ora la prevediamo intorno al 20 novembre 2026. È una stima, non un impegno.',
      },
    },
  ]);
  expect(await statusOf(id)).toEqual({ status: 'confirmed', live: 1 });
});

test('what cannot follow is refused with where the order stands, and nothing happens', async () => {
  const { id } = await orderOf(ordering, tenant);
  await change(id, 'DELIVERED');
  expect(await statusOf(id)).toEqual({ status: 'delivered', live: 0 });
  expect(await change(id, 'CANCELLED')).toEqual({
    __typename: 'OrderActNotPossibleError',
    code: 'ORDER_ACT_NOT_POSSIBLE',
    status: 'DELIVERED',
  });
  expect(await changes()).toHaveLength(1);
});

test.each([
  ['a note too long', { note: 'x'.repeat(501) }, 'note'],
  ['a note that cannot be stored', { note: 'a\0b' }, 'note'],
  ['yesterday', { expectedOn: '2026-11-15' }, 'expectedOn'],
  ['a day more than a year ahead', { expectedOn: '2027-11-17' }, 'expectedOn'],
])('a report with %s is refused at its field', async (_, more, path) => {
  const { id } = await orderOf(ordering, tenant);
  expect(await change(id, 'CONFIRMED', more)).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path }] });
  expect(await statusOf(id)).toEqual({ status: 'received', live: 1 });
});

test('R59 who may order cancels until the order is picked, once, and is written to', async () => {
  const { id } = await orderOf(ordering, tenant);
  expect(await ordering.data(member, MAY, { id })).toEqual({
    order: { canCancel: true, cancelAdvice: null },
  });
  const done = {
    __typename: 'CancelOrderSuccess',
    order: { status: 'CANCELLED', canCancel: false, cancelAdvice: null },
  };
  expect(await cancel(id)).toEqual(done);
  expect(await cancel(id)).toEqual(done);
  expect(await changes()).toEqual([{ from: 'received', to: 'cancelled' }]);
  expect(await lettersOf(ordering)).toMatchObject([
    {
      template: 'order-cancelled',
      values: { cause: 'È stato annullato nel portale dalla Sua organizzazione.' },
    },
  ]);
  expect(await statusOf(id)).toEqual({ status: 'cancelled', live: 0 });
});

test('R59 afterwards the contact is named in the language of the viewer, and nothing happens', async () => {
  const { id } = await orderOf(ordering, tenant);
  await change(id, 'PICKED');
  const advice =
    "L'ordine è già in preparazione; i nostri operatori possono forse ancora fermarlo. " +
    'Chiami il numero 800 000 001 o scriva a consumabili@branch.example.';
  expect(await cancel(id)).toEqual({
    __typename: 'OrderPastSelfServiceError',
    code: 'ORDER_PAST_SELF_SERVICE',
    message: advice,
    status: 'PICKED',
    phone: '800 000 001',
    mail: 'consumabili@branch.example',
    hours: '9-18',
  });
  expect(await ordering.data(member, MAY, { id })).toEqual({
    order: { canCancel: false, cancelAdvice: advice },
  });
  expect(await statusOf(id)).toEqual({ status: 'picked', live: 1 });
  await change(id, 'DELIVERED');
  expect(await cancel(id)).toMatchObject({ code: 'ORDER_ACT_NOT_POSSIBLE', status: 'DELIVERED' });
});

test('cancelled while it ships: one of them wins, the other is told where the order stands', async () => {
  for (let round = 0; round < 5; round++) {
    const { id } = await orderOf(ordering, tenant);
    const [shipped, cancelled] = await Promise.all([change(id, 'SHIPPED'), cancel(id)]);
    const after = await statusOf(id);
    if (after?.status === 'shipped') {
      expect(shipped).toMatchObject({ __typename: 'ChangeOrderStatusSuccess' });
      expect(cancelled).toMatchObject({ code: 'ORDER_PAST_SELF_SERVICE', status: 'SHIPPED' });
    } else {
      expect(after).toEqual({ status: 'cancelled', live: 0 });
      expect(cancelled).toMatchObject({ __typename: 'CancelOrderSuccess' });
      expect(shipped).toMatchObject({ code: 'ORDER_ACT_NOT_POSSIBLE', status: 'CANCELLED' });
    }
  }
  expect(await changes()).toHaveLength(5);
});

test("C2 another customer's order, one out of sight and none are one and the same, and stay as they are", async () => {
  const { id } = await orderOf(ordering, tenant);
  const neighbour = await neighbourOf(ordering, tenant);
  const stranger = memberOf(neighbour, { rights: ['order:read', 'order:place'] });
  const blind = memberOf(tenant, { rights: ['order:read', 'order:place'] });
  ordering.scopes.set(blind.id, { all: false, deviceIds: [randomUUID()] });
  const foreignStaff = staffOf(await knownTenant(ordering), { rights: ['order:read', 'order:manage'] });
  const notFound = { code: 'ORDER_NOT_FOUND' };
  expect(await cancel(id, stranger)).toMatchObject(notFound);
  expect(await cancel(id, blind)).toMatchObject(notFound);
  expect(await cancel(randomUUID())).toMatchObject(notFound);
  expect(await cancel('no-id')).toMatchObject(notFound);
  expect(await change(id, 'LOST', {}, foreignStaff)).toMatchObject(notFound);
  expect(await change('no-id', 'LOST')).toMatchObject(notFound);
  expect(await statusOf(id)).toEqual({ status: 'received', live: 1 });
  expect(await changes()).toEqual([]);
});

test('C1 without the right, and for somebody of a customer with the right of staff, nothing happens', async () => {
  const { id } = await orderOf(ordering, tenant);
  const input = { orderId: id, status: 'CANCELLED' };
  for (const [actor, document, given] of [
    [member, CHANGE, input],
    [staff, CANCEL, { orderId: id }],
  ] as const) {
    const { errors } = await ordering.ask(actor, document, { input: given });
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHORIZED');
  }
  const tampered = memberOf(tenant, { rights: ['order:read', 'order:manage'] });
  expect(await change(id, 'CANCELLED', {}, tampered)).toMatchObject({ code: 'ORDER_NOT_FOUND' });
  expect(await statusOf(id)).toEqual({ status: 'received', live: 1 });
});

test('C40 who changed it stands in the audit log and on the timeline, without a name', async () => {
  const { id } = await orderOf(ordering, tenant);
  await change(id, 'PICKED');
  expect(
    await ordering.rows(
      `select payload -> 'actor' ->> 'id' as actor, payload ->> 'customerId' as customer, payload -> 'facts' as facts
       from ordering.outbox where name = 'platform.audit-entry.recorded.v1'`,
    ),
  ).toEqual([{ actor: staff.id, customer: tenant.customerId, facts: { from: 'received', to: 'picked' } }]);
  expect(
    await ordering.rows(
      `select kind, actor_kind, actor_id, facts from ordering.order_event where kind <> 'placed'`,
    ),
  ).toEqual([{ kind: 'picked', actor_kind: 'staff', actor_id: staff.id, facts: {} }]);
});
