import type { Right, Viewer } from '../shared/viewer';

/** Places of the portal that exist; the words are `nav.*`. */
export type Place =
  | 'overview'
  | 'machines'
  | 'groups'
  | 'locations'
  | 'meterReadings'
  | 'register'
  | 'found'
  | 'meterCases'
  | 'requests'
  | 'orders'
  | 'reports'
  | 'invoices'
  | 'users'
  | 'joining'
  | 'roles'
  | 'organisation'
  | 'collectors'
  | 'keys'
  | 'audit'
  | 'customers'
  | 'branch'
  | 'staff'
  | 'account';

/** Headings under which places stand together; the words are `nav.*`. */
export type PlaceGroup = 'administration' | 'console';

interface Entry {
  readonly place: Place;
  readonly right?: Right;
  readonly kind: 'USER' | 'STAFF' | 'ANY';
  readonly group?: PlaceGroup;
}

const entries: readonly Entry[] = [
  { place: 'overview', kind: 'USER' },
  { place: 'customers', kind: 'STAFF', group: 'console' },
  { place: 'orders', right: 'order:read', kind: 'STAFF', group: 'console' },
  { place: 'locations', right: 'device:manage', kind: 'STAFF', group: 'console' },
  { place: 'register', right: 'device:manage', kind: 'STAFF', group: 'console' },
  { place: 'meterCases', right: 'meter:manage', kind: 'STAFF', group: 'console' },
  { place: 'staff', right: 'staff:manage', kind: 'STAFF', group: 'console' },
  { place: 'roles', right: 'staff:manage', kind: 'STAFF', group: 'console' },
  { place: 'branch', right: 'branch:manage', kind: 'STAFF', group: 'console' },
  { place: 'machines', right: 'device:read', kind: 'ANY' },
  { place: 'groups', right: 'equipment:manage', kind: 'USER' },
  { place: 'locations', right: 'device:read', kind: 'USER' },
  { place: 'meterReadings', right: 'meter:read', kind: 'USER' },
  { place: 'found', right: 'equipment:manage', kind: 'USER' },
  { place: 'orders', right: 'order:read', kind: 'USER' },
  { place: 'requests', right: 'ticket:read', kind: 'USER' },
  { place: 'reports', right: 'report:read', kind: 'ANY' },
  { place: 'invoices', right: 'invoice:read', kind: 'USER' },
  { place: 'account', kind: 'ANY' },
  { place: 'users', right: 'user:manage', kind: 'USER', group: 'administration' },
  { place: 'joining', right: 'user:manage', kind: 'USER', group: 'administration' },
  { place: 'roles', right: 'user:manage', kind: 'USER', group: 'administration' },
  { place: 'organisation', right: 'user:manage', kind: 'USER', group: 'administration' },
  { place: 'collectors', right: 'collector:manage', kind: 'ANY', group: 'administration' },
  { place: 'keys', right: 'key:manage', kind: 'ANY', group: 'administration' },
  { place: 'audit', right: 'audit:read', kind: 'ANY', group: 'administration' },
];

/** A place and the heading it stands under. */
export interface NavPlace {
  readonly place: Place;
  readonly group: PlaceGroup | undefined;
}

/** The places that this viewer's navigation shows: what exists and what the rights allow, nothing else. */
export function placesFor({ kind, rights }: Pick<Viewer, 'kind' | 'rights'>): NavPlace[] {
  const side = kind === 'STAFF' ? 'STAFF' : 'USER';
  return entries
    .filter((entry) => entry.kind === 'ANY' || entry.kind === side)
    .filter(({ right }) => right === undefined || rights.includes(right))
    .map(({ place, group }) => ({ place, group }));
}
