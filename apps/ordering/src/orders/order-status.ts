/** Where an order stands, as people see it. */
export const orderStatuses = [
  'awaiting_approval',
  'received',
  'confirmed',
  'picked',
  'shipped',
  'delivered',
  'backordered',
  'cancelled',
  'returned',
  'lost',
  'declined',
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/**
 * Which status may follow which. `received -> delivered` too: not every branch reports the steps between. What is
 * picked can still be stopped, by people of the branch (R59); what is on the road cannot.
 */
const followers: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  awaiting_approval: ['received', 'declined', 'cancelled'],
  received: ['confirmed', 'picked', 'shipped', 'delivered', 'backordered', 'cancelled'],
  confirmed: ['picked', 'shipped', 'delivered', 'backordered', 'cancelled'],
  backordered: ['confirmed', 'picked', 'shipped', 'delivered', 'cancelled'],
  picked: ['shipped', 'delivered', 'backordered', 'cancelled'],
  shipped: ['delivered', 'returned', 'lost'],
  delivered: ['returned'],
  lost: ['delivered'],
  cancelled: [],
  returned: [],
  declined: [],
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

/** Until an order is picked, the person who may order may also cancel and change it without asking anybody. */
export function isSelfService(status: OrderStatus): boolean {
  return status === 'awaiting_approval' || ['received', 'confirmed', 'backordered'].includes(status);
}

/** Goods leave for orders under way; a parcel may also be reported after it was seen to have arrived. */
export function takesShipments(status: OrderStatus): boolean {
  return isLive(status) || status === 'delivered';
}
