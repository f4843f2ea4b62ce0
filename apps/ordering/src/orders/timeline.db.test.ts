import type { Actor } from '@platen/platform';
import { type Tenant, knownTenant, memberOf, neighbourOf, orderOf, staffOf } from '../../test/factories';
import { type OrderingUnderTest, startOrdering } from '../../test/ordering-under-test';
import { ProjectionService } from '../projections/projection.service';
import { OrderPlacement } from './order-placement';

const TIMELINE = `query ($id: ID!) { order(id: $id) { customer { id }
  timeline { happenedAt kind actorKind actor { id } facts { name value } } } }`;
const ORDERS =
  'query ($filter: OrderFilter) { orders(filter: $filter) { totalCount edges { node { number } } } }';

let ordering: OrderingUnderTest;
beforeAll(async () => {
  ordering = await startOrdering();
});
afterAll(() => ordering.stop());
beforeEach(() => ordering.database.clean());

const placed = async (tenant: Tenant) => (await orderOf(ordering, tenant)).id;

const numbers = async (actor: Actor, filter: object) =>
  (
    await ordering.data<{ orders: { edges: { node: { number: string } }[] } }>(actor, ORDERS, { filter })
  ).orders.edges.map(({ node }) => node.number);

test('R55 the timeline tells what happened, who did it, oldest first', async () => {
  const tenant = await knownTenant(ordering);
  const id = await placed(tenant);
  const at = new Date('2026-11-18T09:00:00Z');
  const placement = new OrderPlacement(new ProjectionService(), 'https://platen.example');
  await ordering.write((tx) => placement.markDelivered(tx, id, at));
  await ordering.write((tx) => placement.markDelivered(tx, id, at));
  expect(await ordering.data(memberOf(tenant), TIMELINE, { id })).toEqual({
    order: {
      customer: { id: tenant.customerId },
      timeline: [
        {
          happenedAt: '2026-11-16T08:30:00.000Z',
          kind: 'placed',
          actorKind: 'system',
          actor: null,
          facts: [],
        },
        {
          happenedAt: '2026-11-18T09:00:00.000Z',
          kind: 'delivered',
          actorKind: 'system',
          actor: null,
          facts: [{ name: 'seen', value: 'true' }],
        },
      ],
    },
  });
  expect(
    await ordering.rows(
      `select payload ->> 'from' as from, payload ->> 'to' as to from ordering.outbox
       where name = 'ordering.order.changed.v1'`,
    ),
  ).toEqual([{ from: 'received', to: 'delivered' }]);
});

test('late are orders under way whose day has gone by, by the calendar of the branch', async () => {
  const tenant = await knownTenant(ordering);
  const other = await neighbourOf(ordering, tenant);
  await placed(tenant);
  await placed(other);
  const staff = staffOf(tenant);
  // Expected on the 18th; in Rome the 19th begins at 23:00 UTC.
  ordering.clock.set(new Date('2026-11-18T22:59:00Z'));
  expect(await numbers(staff, { late: true })).toEqual([]);
  ordering.clock.set(new Date('2026-11-18T23:00:00Z'));
  expect(await numbers(staff, { late: true })).toEqual(['510002', '510001']);
  expect(await numbers(staff, { late: true, customerId: tenant.customerId })).toEqual(['510001']);
  expect(await numbers(memberOf(other), { late: true, customerId: tenant.customerId })).toEqual([]);
  expect(await numbers(staff, { customerId: 'no-id' })).toEqual([]);
  await ordering.rows(`update ordering.supply_order set status = 'delivered' where number = '510001'`);
  expect(await numbers(staff, { late: true })).toEqual(['510002']);
  expect(await numbers(staff, { late: false })).toEqual(['510001']);
});
