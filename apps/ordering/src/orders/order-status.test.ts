import {
  type OrderStatus,
  canFollow,
  isLive,
  isSelfService,
  orderStatuses,
  takesShipments,
} from './order-status';

/** Row: from; which statuses may follow, in the order of `orderStatuses`. */
const table: Record<OrderStatus, OrderStatus[]> = {
  awaiting_approval: ['received', 'cancelled', 'declined'],
  declined: [],
  received: ['confirmed', 'picked', 'shipped', 'delivered', 'backordered', 'cancelled'],
  confirmed: ['picked', 'shipped', 'delivered', 'backordered', 'cancelled'],
  picked: ['shipped', 'delivered', 'backordered', 'cancelled'],
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

test('R59 people cancel and change by themselves until the order is picked, never afterwards', () => {
  expect(orderStatuses.filter(isSelfService)).toEqual([
    'awaiting_approval',
    'received',
    'confirmed',
    'backordered',
  ]);
});

test('an order that ended otherwise than by arriving takes no shipment', () => {
  expect(orderStatuses.filter((status) => !takesShipments(status))).toEqual([
    'awaiting_approval',
    'cancelled',
    'returned',
    'lost',
    'declined',
  ]);
});
