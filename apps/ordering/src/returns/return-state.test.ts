import { orderStatuses } from '../orders/order-status';
import { type ReturnState, returnCanFollow, returnStates, takesReturns } from './return-state';

const table: Record<ReturnState, ReturnState[]> = {
  requested: ['accepted', 'declined', 'received'],
  accepted: ['declined', 'received'],
  declined: [],
  received: [],
};

test.each(returnStates)('from %s', (from) => {
  expect(returnStates.filter((to) => returnCanFollow(from, to))).toEqual(table[from]);
});

test('R59 what has left can come back', () => {
  expect(orderStatuses.filter(takesReturns)).toEqual(['shipped', 'delivered']);
});
