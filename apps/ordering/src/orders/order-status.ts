/** Where an order stands, as people see it. */
export const orderStatuses = [
  'received',
  'confirmed',
  'picked',
  'shipped',
  'delivered',
  'backordered',
  'cancelled',
  'returned',
  'lost',
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** Which status may follow which. `received -> delivered` too: not every branch reports the steps between. */
const followers: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  received: ['confirmed', 'picked', 'shipped', 'delivered', 'backordered', 'cancelled'],
  confirmed: ['picked', 'shipped', 'delivered', 'backordered', 'cancelled'],
  backordered: ['confirmed', 'picked', 'shipped', 'delivered', 'cancelled'],
  picked: ['shipped', 'delivered'],
  shipped: ['delivered', 'returned', 'lost'],
  delivered: ['returned'],
  lost: ['delivered'],
  cancelled: [],
  returned: [],
};

/** True when an order may go from one status to another. */
export function canFollow(from: OrderStatus, to: OrderStatus): boolean {
  return followers[from].includes(to);
}

/** Statuses of an order that is still on its way to the customer. */
export const underWayStatuses = ['received', 'confirmed', 'picked', 'shipped', 'backordered'] as const;

/** True while the order is on its way; then its lines are live. */
export function isLive(status: OrderStatus): boolean {
  return underWayStatuses.some((live) => live === status);
}
