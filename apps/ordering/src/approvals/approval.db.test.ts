import { randomUUID } from 'node:crypto';
import type { Actor } from '@platen/platform';
import { buyerOf, knownDevice, knownTenant, memberOf } from '../../test/factories';
import { type OrderingUnderTest, startOrdering } from '../../test/ordering-under-test';

const RULE = `mutation ($input: ChangeApprovalRuleInput!) { changeApprovalRule(input: $input) { __typename
  ... on ChangeApprovalRuleSuccess { rule { always aboveQuantity aboveAmountMinor } }
  ... on InvalidInputError { fields { path message } } } }`;
const PLACE = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) {
  ... on PlaceOrderSuccess { orders { id status approvalReason canDecide } } } }`;
const decision = (name: string) => `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) {
  ${name}(input: $input) { __typename ... on DecideOrderSuccess { order { status expectedOn declineReason } }
    ... on UserError { code message } ... on InvalidInputError { fields { path } } } }`;

interface Decided {
  readonly __typename: string;
  readonly code?: string;
  readonly fields?: readonly { readonly path: string }[];
  readonly order?: {
    readonly status: string;
    readonly expectedOn: string;
    readonly declineReason: string | null;
  };
}

describe('orders that somebody approves first', () => {
  let ordering: OrderingUnderTest;
  beforeAll(async () => {
    ordering = await startOrdering();
  });
  afterAll(() => ordering.stop());
  beforeEach(async () => {
    await ordering.database.clean();
    ordering.scopes.clear();
  });

  const change = (actor: Actor, rule: Record<string, unknown>) =>
    ordering.data<{ changeApprovalRule: { __typename: string; fields?: { path: string }[] } }>(actor, RULE, {
      input: { always: false, ...rule },
    });
  const decide = async (
    actor: Actor,
    name: 'approveOrder' | 'declineOrder',
    input: Record<string, unknown>,
  ) => (await ordering.data<Record<string, Decided>>(actor, decision(name), { input }))[name];
  const approve = (actor: Actor, orderId: string) => decide(actor, 'approveOrder', { orderId });
  const decline = (actor: Actor, orderId: string, reason = 'Too many') =>
    decide(actor, 'declineOrder', { orderId, reason });
  const told = async () =>
    (
      await ordering.rows<{ name: string }>(
        `select name from ordering.outbox where name like 'ordering.%' order by id`,
      )
    ).map(({ name }) => name);
  const mails = () => ordering.rows('select 1 from ordering.mail');

  /** A tenant with a rule, its people, and an order of a member that waits. */
  async function waiting(quantity = 3) {
    const tenant = await knownTenant(ordering);
    const device = await knownDevice(ordering, tenant, { monitored: false });
    const approver = (more: Partial<Actor> = {}) =>
      memberOf(tenant, { ...more, rights: ['order:read', 'order:place', 'order:approve', 'device:read'] });
    await change(memberOf(tenant, { rights: ['user:manage'] }), { aboveQuantity: 2 });
    await ordering.rows('delete from ordering.outbox');
    const place = async (actor: Actor) => {
      const { placeOrder } = await ordering.data<{
        placeOrder: {
          orders: { id: string; status: string; approvalReason: string | null; canDecide: boolean }[];
        };
      }>(actor, PLACE, {
        input: {
          idempotencyKey: randomUUID(),
          lines: [{ deviceId: device.deviceId, articleId: await onlyArticle(tenant.branchId), quantity }],
        },
      });
      const [order] = placeOrder.orders;
      if (!order) throw new Error('Nothing was ordered.');
      return order;
    };
    return { tenant, device, approver, place };
  }

  async function onlyArticle(branchId: string): Promise<string | undefined> {
    const [article] = await ordering.rows<{ id: string }>(
      'select id from ordering.article where branch_id = $1',
      [branchId],
    );
    return article?.id;
  }

  test('an order within the rule is registered at once; above it it waits, and nobody is told of it as placed', async () => {
    const within = await waiting(2);
    expect(await within.place(buyerOf(within.tenant))).toMatchObject({
      status: 'RECEIVED',
      approvalReason: null,
    });
    const above = await waiting(3);
    const before = await mails();
    expect(await above.place(buyerOf(above.tenant))).toMatchObject({
      status: 'AWAITING_APPROVAL',
      approvalReason: 'Your organisation approves orders of so many pieces first.',
      canDecide: false,
    });
    expect(await told()).toEqual([]);
    expect(await mails()).toHaveLength(before.length);
  });

  test('R58 the approval registers it: event, mail and expected day count from there', async () => {
    const { tenant, approver, place } = await waiting();
    const order = await place(buyerOf(tenant));
    ordering.clock.set(new Date('2026-11-17T13:00:00Z'));
    expect(await approve(approver(), order.id)).toEqual({
      __typename: 'DecideOrderSuccess',
      order: { status: 'RECEIVED', expectedOn: '2026-11-20', declineReason: null },
    });
    expect((await told()).toSorted()).toEqual(['ordering.order.changed.v1', 'ordering.order.placed.v1']);
    expect(await ordering.rows(`select data->>'expectedOn' as day, recipient from ordering.mail`)).toEqual([
      { day: '2026-11-20', recipient: 'ufficio@rossi.example' },
    ]);
    expect(await ordering.rows('select placed_at, decided_at from ordering.supply_order')).toEqual([
      { placed_at: new Date('2026-11-17T13:00:00Z'), decided_at: new Date('2026-11-17T13:00:00Z') },
    ]);
  });

  test('nobody approves or declines his own', async () => {
    const { approver, place } = await waiting();
    const own = approver();
    const order = await place(own);
    expect(await approve(own, order.id)).toMatchObject({ code: 'OWN_ORDER' });
    expect(await decline(own, order.id)).toMatchObject({ code: 'OWN_ORDER' });
    expect(await ordering.rows('select status from ordering.supply_order')).toEqual([
      { status: 'awaiting_approval' },
    ]);
    expect((await approve(approver(), order.id))?.order?.status).toBe('RECEIVED');
  });

  test('two approvers at once: one decides, the other is told where it stands', async () => {
    const { tenant, approver, place } = await waiting();
    const order = await place(buyerOf(tenant));
    const answers = await Promise.all([approve(approver(), order.id), decline(approver(), order.id)]);
    expect(answers.map((answer) => answer?.__typename).toSorted()).toEqual([
      'DecideOrderSuccess',
      'OrderActNotPossibleError',
    ]);
    const [row] = await ordering.rows<{ status: string; open: boolean }>(
      `select o.status, l.closed_at is null as open from ordering.supply_order o
       join ordering.order_line l on l.order_id = o.id`,
    );
    expect(row?.open).toBe(row?.status === 'received');
  });

  test('the same word twice by the same person is one decision', async () => {
    const { tenant, approver, place } = await waiting();
    const order = await place(buyerOf(tenant));
    const chief = approver();
    await approve(chief, order.id);
    expect((await approve(chief, order.id))?.__typename).toBe('DecideOrderSuccess');
    expect(await mails()).toHaveLength(1);
    expect(await decline(chief, order.id)).toMatchObject({ code: 'ORDER_ACT_NOT_POSSIBLE' });
  });

  test('a declined order is over, with its reason, and the supply can be ordered again', async () => {
    const { tenant, approver, place } = await waiting();
    const order = await place(buyerOf(tenant));
    expect(await decline(approver(), order.id, '  ')).toMatchObject({ fields: [{ path: 'reason' }] });
    expect((await decline(approver(), order.id, 'One is enough'))?.order).toMatchObject({
      status: 'DECLINED',
      declineReason: 'One is enough',
    });
    expect(await place(buyerOf(tenant))).toMatchObject({ status: 'AWAITING_APPROVAL' });
    expect(await mails()).toHaveLength(0);
  });

  test('C2 an order of others, or of devices out of sight, is as one that does not exist', async () => {
    const { tenant, approver, place } = await waiting();
    const order = await place(buyerOf(tenant));
    const blind = approver();
    ordering.scopes.set(blind.id, { all: false, deviceIds: [] });
    const foreign = (await waiting()).approver();
    for (const [actor, id] of [
      [blind, order.id],
      [foreign, order.id],
      [foreign, randomUUID()],
      [foreign, 'no-id'],
    ] as const) {
      expect(await approve(actor, id)).toMatchObject({ code: 'ORDER_NOT_FOUND' });
      expect(await decline(actor, id)).toMatchObject({ code: 'ORDER_NOT_FOUND' });
    }
    const { errors } = await ordering.ask(buyerOf(tenant), decision('approveOrder'), {
      input: { orderId: order.id },
    });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHORIZED']);
  });

  test.each([
    [{ aboveQuantity: 0 }, 'aboveQuantity'],
    [{ aboveQuantity: 100_000 }, 'aboveQuantity'],
    [{ aboveAmountMinor: -1 }, 'aboveAmountMinor'],
    [{ aboveAmountMinor: 1.5 }, 'aboveAmountMinor'],
  ])('a rule %j cannot be kept', async (rule, path) => {
    const tenant = await knownTenant(ordering);
    const { changeApprovalRule } = await change(memberOf(tenant, { rights: ['user:manage'] }), rule);
    expect(changeApprovalRule.fields?.map((field) => field.path)).toEqual([path]);
    expect(await ordering.rows('select 1 from ordering.approval_rule')).toEqual([]);
  });
});
