import { randomUUID } from 'node:crypto';
import type { Actor } from '@platen/platform';
import { type Tenant, knownTenant, memberOf, neighbourOf, orderOf, staffOf } from '../../test/factories';
import { type OrderingUnderTest, startOrdering } from '../../test/ordering-under-test';

const SHOWN = 'canReturn returns { id number reason quantity note state answer label } timeline { kind }';
const REQUEST = `mutation ($input: RequestReturnInput!) { requestReturn(input: $input) { __typename
  ... on OrderReturnSuccess { order { ${SHOWN} } } ... on UserError { code }
  ... on InvalidInputError { fields { path message } } ... on OrderActNotPossibleError { status } } }`;
const ANSWER = `mutation ($input: AnswerReturnInput!) { answerReturn(input: $input) { __typename
  ... on OrderReturnSuccess { order { ${SHOWN} } } ... on UserError { code }
  ... on InvalidInputError { fields { path } } ... on ReturnActNotPossibleError { state } } }`;

let ordering: OrderingUnderTest;
let tenant: Tenant;
let member: Actor;
let staff: Actor;
beforeAll(async () => {
  ordering = await startOrdering();
});
afterAll(() => ordering.stop());
beforeEach(async () => {
  await ordering.database.clean();
  tenant = await knownTenant(ordering);
  member = memberOf(tenant, { rights: ['order:read', 'order:place'], locale: 'en' });
  staff = staffOf(tenant, { rights: ['order:read', 'order:manage'] });
});

/** An order that has arrived, of so many pieces. */
async function arrived(quantity = 2) {
  const order = await orderOf(ordering, tenant);
  const [line] = await ordering.rows<{ id: string }>(
    'update ordering.order_line set quantity = $2, closed_at = now() where order_id = $1 returning id',
    [order.id, quantity],
  );
  await ordering.rows(`update ordering.supply_order set status = 'delivered' where id = $1`, [order.id]);
  return { ...order, lineId: line?.id ?? '' };
}

const request = async (input: object, actor: Actor = member) =>
  (
    await ordering.data<{ requestReturn: Record<string, unknown> }>(actor, REQUEST, {
      input: { idempotencyKey: randomUUID(), reason: 'SURPLUS', quantity: 1, ...input },
    })
  ).requestReturn;
const answer = async (returnId: string, state: string, more: object = {}, actor: Actor = staff) =>
  (
    await ordering.data<{ answerReturn: Record<string, unknown> }>(actor, ANSWER, {
      input: { returnId, state, ...more },
    })
  ).answerReturn;
const kept = () =>
  ordering.rows<{ id: string; state: string }>(
    'select id, state from ordering.order_return order by position',
  );

test('R59 a return has a number, a label in the language of the branch, and a life on the timeline', async () => {
  const { id, lineId } = await arrived();
  const note = 'Cartone mai aperto';
  expect(await request({ orderId: id, lineId, note })).toMatchObject({
    order: {
      canReturn: true,
      returns: [
        {
          number: '510001-R1',
          reason: 'SURPLUS',
          quantity: 1,
          note,
          state: 'REQUESTED',
          answer: null,
          label: `RESO 510001-R1\n${tenant.branch.brand.name}\nOrdine 510001\n1 × Article TN-toner-black\nNon necessario`,
        },
      ],
    },
  });
  const [first] = await kept();
  await answer(first?.id ?? '', 'ACCEPTED', { answer: 'Ritiro lunedì' });
  await answer(first?.id ?? '', 'ACCEPTED');
  expect(await answer(first?.id ?? '', 'RECEIVED')).toMatchObject({
    order: {
      returns: [{ state: 'RECEIVED', answer: 'Ritiro lunedì' }],
      timeline: [
        { kind: 'placed' },
        { kind: 'return-requested' },
        { kind: 'return-accepted' },
        { kind: 'return-received' },
      ],
    },
  });
  expect(await answer(first?.id ?? '', 'DECLINED')).toMatchObject({
    code: 'RETURN_ACT_NOT_POSSIBLE',
    state: 'RECEIVED',
  });
});

test('never more goes back than was ordered; what was declined does not count, and empties never do', async () => {
  const { id, lineId } = await arrived(2);
  await request({ orderId: id, lineId, quantity: 2 });
  expect(await request({ orderId: id, lineId })).toMatchObject({ fields: [{ path: 'quantity' }] });
  expect(await request({ orderId: id, reason: 'EMPTIES', quantity: 12 })).toMatchObject({
    order: { returns: [{ number: '510001-R1' }, { number: '510001-R2' }] },
  });
  const [first] = await kept();
  await answer(first?.id ?? '', 'DECLINED');
  expect(await request({ orderId: id, lineId, reason: 'DAMAGED' })).toMatchObject({
    __typename: 'OrderReturnSuccess',
  });
});

test('C50 the same key twice and in parallel is one return; with another input a conflict', async () => {
  const { id, lineId } = await arrived(5);
  const asked = { idempotencyKey: 'return-me-once', orderId: id, lineId };
  const answers = await Promise.all(Array.from({ length: 5 }, () => request(asked)));
  expect(new Set(answers.map(({ __typename }) => __typename))).toEqual(new Set(['OrderReturnSuccess']));
  expect(await request({ ...asked, quantity: 2 })).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
  expect(await kept()).toHaveLength(1);
});

test.each([
  ['quantity 0', { quantity: 0 }, 'quantity'],
  ['quantity -1', { quantity: -1 }, 'quantity'],
  ['quantity 10^9', { quantity: 1e9 }, 'quantity'],
  ['no line', { lineId: null }, 'lineId'],
  ['a line of another order', { lineId: randomUUID() }, 'lineId'],
  ['a line that is none', { lineId: 'x' }, 'lineId'],
  ['a huge note', { note: 'x'.repeat(501) }, 'note'],
  ['a short key', { idempotencyKey: 'short' }, 'idempotencyKey'],
])('%s is refused at its field', async (_, more, path) => {
  const { id, lineId } = await arrived();
  expect(await request({ orderId: id, lineId, ...more })).toMatchObject({
    code: 'INVALID_INPUT',
    fields: [{ path }],
  });
  expect(await kept()).toEqual([]);
});

test('what has not left is cancelled, not returned', async () => {
  const { id } = await orderOf(ordering, tenant);
  expect(await request({ orderId: id, reason: 'EMPTIES' })).toMatchObject({
    code: 'ORDER_ACT_NOT_POSSIBLE',
    status: 'RECEIVED',
  });
});

test("C2 another customer's order and return are as unknown as none; C1 rights are asked", async () => {
  const { id, lineId } = await arrived();
  await request({ orderId: id, lineId });
  const [first] = await kept();
  const stranger = memberOf(await neighbourOf(ordering, tenant), { rights: ['order:read', 'order:place'] });
  const foreignStaff = staffOf(await knownTenant(ordering), { rights: ['order:manage'] });
  expect(await request({ orderId: id, lineId }, stranger)).toMatchObject({ code: 'ORDER_NOT_FOUND' });
  for (const returnId of [first?.id ?? '', randomUUID(), 'no-id'])
    expect(await answer(returnId, 'RECEIVED', {}, foreignStaff)).toMatchObject({ code: 'ORDER_NOT_FOUND' });
  const { errors } = await ordering.ask(member, ANSWER, {
    input: { returnId: first?.id, state: 'RECEIVED' },
  });
  expect(errors?.[0]?.extensions.code).toBe('UNAUTHORIZED');
  expect(await kept()).toMatchObject([{ state: 'requested' }]);
});
