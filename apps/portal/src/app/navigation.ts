import type { Right, Viewer } from '../shared/viewer';

/** Places of the portal that exist; the words are `nav.*`. */
export type Place = 'overview' | 'machines' | 'requests' | 'orders' | 'invoices' | 'customers' | 'account';

interface Entry {
  readonly place: Place;
  readonly right?: Right;
  readonly kind: 'USER' | 'STAFF' | 'ANY';
}

const entries: readonly Entry[] = [
  { place: 'overview', kind: 'USER' },
  { place: 'customers', kind: 'STAFF' },
  { place: 'machines', right: 'device:read', kind: 'USER' },
  { place: 'orders', right: 'order:read', kind: 'USER' },
  { place: 'requests', right: 'ticket:read', kind: 'USER' },
  { place: 'invoices', right: 'invoice:read', kind: 'USER' },
  { place: 'account', kind: 'ANY' },
];

/** The places that this viewer's navigation shows: what exists and what the rights allow, nothing else. */
export function placesFor({ kind, rights }: Pick<Viewer, 'kind' | 'rights'>): Place[] {
  const side = kind === 'STAFF' ? 'STAFF' : 'USER';
  return entries
    .filter((entry) => entry.kind === 'ANY' || entry.kind === side)
    .filter(({ right }) => right === undefined || rights.includes(right))
    .map(({ place }) => place);
}
