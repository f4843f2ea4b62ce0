import type { OrderFilter, OrderStatus } from '@platen/graphql-client';
import { underWay } from '../../shared/under-way';

/** Every status, in the order of an order's life. */
export const allStatuses: readonly OrderStatus[] = [
  'AWAITING_APPROVAL',
  'RECEIVED',
  'CONFIRMED',
  'PICKED',
  'SHIPPED',
  'BACKORDERED',
  'DELIVERED',
  'CANCELLED',
  'RETURNED',
  'LOST',
  'DECLINED',
];

/** Choices of the status filter; `underway` stands for all that is still to arrive, `late` for what should have. */
export const statusChoices = ['underway', 'late', ...allStatuses] as const;

/** Who ordered: the engine, or somebody. */
export const kindChoices = ['automatic', 'byHand'] as const;

/** State of the orders list as the URL holds it. */
export interface OrderListSearch {
  readonly status?: (typeof statusChoices)[number];
  readonly kind?: (typeof kindChoices)[number];
  /** for staff: whose orders */
  readonly customer?: string;
  readonly search?: string;
}

/** Reads the URL; what it does not know it leaves out. */
export function parseOrderListSearch(raw: Readonly<Record<string, unknown>>): OrderListSearch {
  return {
    status: statusChoices.find((choice) => choice === raw.status),
    kind: kindChoices.find((choice) => choice === raw.kind),
    customer: text(raw.customer),
    search: text(raw.search),
  };
}

const text = (value: unknown) =>
  typeof value === 'string' && value !== '' ? value.slice(0, 100) : undefined;

/** Whether something is left out of the list. */
export function isNarrowed({ status, kind, customer, search }: OrderListSearch): boolean {
  return Boolean(status || kind || customer || search);
}

/** The URL's words as the filter of the `Orders` document. */
export function orderFilter({ status, kind, customer, search }: OrderListSearch): OrderFilter {
  return {
    statuses: statusesOf(status),
    late: status === 'late' ? true : null,
    customerId: customer ?? null,
    search: search ?? null,
    deviceId: null,
    automatic: kind ? kind === 'automatic' : null,
  };
}

function statusesOf(status: OrderListSearch['status']): OrderStatus[] | null {
  if (status === 'underway') return underWay;
  return status && status !== 'late' ? [status] : null;
}
