import type { OrderStatus } from '../orders/order-status';

/** Why goods go back. */
export const returnReasons = ['surplus', 'empties', 'wrong', 'damaged'] as const;
export type ReturnReason = (typeof returnReasons)[number];

/** Where a return stands. */
export const returnStates = ['requested', 'accepted', 'declined', 'received'] as const;
export type ReturnState = (typeof returnStates)[number];

/** `requested -> received` too: people send things back without waiting for an answer. */
const followers: Readonly<Record<ReturnState, readonly ReturnState[]>> = {
  requested: ['accepted', 'declined', 'received'],
  accepted: ['declined', 'received'],
  declined: [],
  received: [],
};

/** True when a return may go from one state to another. */
export function returnCanFollow(from: ReturnState, to: ReturnState): boolean {
  return followers[from].includes(to);
}

/** What has left can come back; before that an order is cancelled. */
export function takesReturns(status: OrderStatus): boolean {
  return status === 'shipped' || status === 'delivered';
}
