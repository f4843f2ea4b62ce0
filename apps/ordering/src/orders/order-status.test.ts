import { type OrderStatus, canFollow, isLive, orderStatuses } from './order-status';

/** Row: from; which statuses may follow, in the order of `orderStatuses`. */
const table: Record<OrderStatus, OrderStatus[]> = {
  received: ['confirmed', 'picked', 'shipped', 'delivered', 'backordered', 'cancelled'],
  confirmed: ['picked', 'shipped', 'delivered', 'backordered', 'cancelled'],
  picked: ['shipped', 'delivered'],
  shipped: ['delivered', 'returned', 'lost'],
  delivered: ['returned'],
  backordered: ['confirmed', 'picked', 'shipped', 'delivered', 'cancelled'],
  cancelled: [],
  returned: [],
  lost: ['delivered'],
};

test.each(orderStatuses)('from %s', (from) => {
  expect(orderStatuses.filter((to) => canFollow(from, to))).toEqual(table[from]);
});

test('an order is live until it arrived or ended otherwise', () => {
  expect(orderStatuses.filter(isLive)).toEqual(['received', 'confirmed', 'picked', 'shipped', 'backordered']);
});
