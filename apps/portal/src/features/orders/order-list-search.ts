import type { OrderFilter, OrderStatus } from '@platen/graphql-client';
import { underWay } from '../../shared/under-way';

const statuses: readonly OrderStatus[] = [
  'RECEIVED',
  'CONFIRMED',
  'PICKED',
  'SHIPPED',
  'BACKORDERED',
  'DELIVERED',
  'CANCELLED',
  'RETURNED',
  'LOST',
];

/** Choices of the status filter; `underway` stands for all that is still to arrive. */
export const statusChoices = ['underway', ...statuses] as const;

/** Who ordered: the engine, or somebody. */
export const kindChoices = ['automatic', 'byHand'] as const;

/** State of the orders list as the URL holds it. */
export interface OrderListSearch {
  readonly status?: (typeof statusChoices)[number];
  readonly kind?: (typeof kindChoices)[number];
  readonly search?: string;
}

/** Reads the URL; what it does not know it leaves out. */
export function parseOrderListSearch(raw: Readonly<Record<string, unknown>>): OrderListSearch {
  return {
    status: statusChoices.find((choice) => choice === raw.status),
    kind: kindChoices.find((choice) => choice === raw.kind),
    search: typeof raw.search === 'string' && raw.search !== '' ? raw.search.slice(0, 100) : undefined,
  };
}

/** Whether something is left out of the list. */
export function isNarrowed({ status, kind, search }: OrderListSearch): boolean {
  return Boolean(status || kind || search);
}

/** The URL's words as the filter of the `Orders` document. */
export function orderFilter({ status, kind, search }: OrderListSearch): OrderFilter {
  const one = status && status !== 'underway' ? [status] : null;
  return {
    statuses: status === 'underway' ? underWay : one,
    search: search ?? null,
    deviceId: null,
    automatic: kind ? kind === 'automatic' : null,
  };
}
