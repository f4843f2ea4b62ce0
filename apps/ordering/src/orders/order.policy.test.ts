import type { Right } from '@platen/contracts';
import { type Actor, type ActorKind, system } from '@platen/platform';
import { ordersVisibleTo } from './order.policy';

const customerId = '00000000-0000-7000-8000-000000000001';
const branchId = '00000000-0000-7000-8000-0000000000a1';
const ofCustomer = { of: 'customer', id: customerId };
const ofBranch = { of: 'branch', id: branchId };

function actor(kind: ActorKind, ids: Partial<Actor>): Actor {
  return { ...system('test'), kind, rights: new Set(['order:read']), ...ids };
}

describe('who sees which orders', () => {
  const both = { customerId, branchId };
  const cases: [ActorKind, Partial<Actor>, unknown][] = [
    ['anonymous', both, null],
    ['guest', both, null],
    ['collector', both, null],
    ['system', {}, null],
    ['user', both, ofCustomer],
    ['user', { branchId }, null],
    ['staff', { branchId }, ofBranch],
    ['staff', both, ofBranch],
    ['staff', {}, null],
    ['partner', both, ofCustomer],
    ['partner', { branchId }, ofBranch],
    ['partner', {}, null],
  ];
  test.each(cases)('%s %j', (kind, ids, tenant) => {
    expect(ordersVisibleTo(actor(kind, ids), { all: true })?.tenant ?? null).toEqual(tenant);
  });

  test.each<ActorKind>(['user', 'staff', 'partner'])('%s without the right sees none', (kind) => {
    expect(
      ordersVisibleTo(actor(kind, { ...both, rights: new Set(['device:read']) }), { all: true }),
    ).toBeNull();
  });

  test.each<[ActorKind, Right, unknown]>([
    ['user', 'order:place', ofCustomer],
    ['user', 'order:manage', null],
    ['user', 'shipment:write', null],
    ['staff', 'order:manage', ofBranch],
    ['partner', 'shipment:write', ofCustomer],
    ['guest', 'shipment:write', null],
  ])('%s with %s, and with nothing but reading', (kind, right, tenant) => {
    const holder = actor(kind, { ...both, rights: new Set([right]) });
    expect(ordersVisibleTo(holder, { all: true }, right)?.tenant ?? null).toEqual(tenant);
    expect(ordersVisibleTo(holder, { all: true })).toBeNull();
    expect(ordersVisibleTo(actor(kind, both), { all: true }, right)).toBeNull();
  });

  test('who sees single devices sees the orders of these alone, of none when there are none', () => {
    const user = actor('user', both);
    expect(ordersVisibleTo(user, { all: true })?.deviceIds).toBeNull();
    expect(ordersVisibleTo(user, { all: false, deviceIds: ['a'] })?.deviceIds).toEqual(['a']);
    expect(ordersVisibleTo(user, { all: false, deviceIds: [] })?.deviceIds).toEqual([]);
  });
});
