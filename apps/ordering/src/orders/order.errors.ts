import type { InvalidInput } from '../input-faults';
import type { OrderStatus } from './order-status';

/** No such order among those for which the actor holds the right; a foreign one is told apart from none by nobody. */
export interface OrderNotFound {
  readonly code: 'ORDER_NOT_FOUND';
}

/** The act is none of those that are possible where the order stands now. */
export interface OrderActNotPossible {
  readonly code: 'ORDER_ACT_NOT_POSSIBLE';
  readonly status: OrderStatus;
}

/** Too late to do it oneself: an operator may still help (R59). */
export interface OrderPastSelfService {
  readonly code: 'ORDER_PAST_SELF_SERVICE';
  readonly status: OrderStatus;
  readonly branchId: string;
}

/** Why nothing happened to an order. */
export type OrderFailure = OrderNotFound | OrderActNotPossible | OrderPastSelfService | InvalidInput;
