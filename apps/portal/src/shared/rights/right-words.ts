import type { TFunction } from 'i18next';

/** Words of each right are `rights.name.*`; a colon in a key would mean something to i18next. */
const keys = {
  'device:read': 'device-read',
  'device:all': 'device-all',
  'equipment:manage': 'equipment-manage',
  'device:manage': 'device-manage',
  'collector:manage': 'collector-manage',
  'order:read': 'order-read',
  'order:place': 'order-place',
  'order:approve': 'order-approve',
  'order:manage': 'order-manage',
  'shipment:write': 'shipment-write',
  'catalogue:manage': 'catalogue-manage',
  'ticket:read': 'ticket-read',
  'ticket:open': 'ticket-open',
  'meter:read': 'meter-read',
  'meter:submit': 'meter-submit',
  'meter:manage': 'meter-manage',
  'meter:book': 'meter-book',
  'report:read': 'report-read',
  'invoice:read': 'invoice-read',
  'contract:read': 'contract-read',
  'user:manage': 'user-manage',
  'guest:manage': 'guest-manage',
  'key:manage': 'key-manage',
  'audit:read': 'audit-read',
  'customer:read': 'customer-read',
  'customer:manage': 'customer-manage',
  'branch:manage': 'branch-manage',
  'staff:manage': 'staff-manage',
  'telemetry:write': 'telemetry-write',
} as const;

/** Every right that the portal has words for. */
export type AnyRight = keyof typeof keys;

const isKnown = (right: string): right is AnyRight => Object.hasOwn(keys, right);

/** A right in the reader's trade words; one that is newer than this page shows as the service names it. */
export function rightWords(right: string, t: TFunction): string {
  return isKnown(right) ? t(`rights.name.${keys[right]}`) : right;
}

/** A thing that rights are about, with those that let somebody see it and those that let him act on it. */
export interface RightRow {
  readonly thing:
    | 'machines'
    | 'orders'
    | 'catalogue'
    | 'requests'
    | 'meters'
    | 'reports'
    | 'invoices'
    | 'contracts'
    | 'collectors'
    | 'people'
    | 'guests'
    | 'keys'
    | 'audit'
    | 'customers'
    | 'branch'
    | 'staff'
    | 'telemetry';
  readonly see: readonly AnyRight[];
  readonly act: readonly AnyRight[];
}

const rows: readonly RightRow[] = [
  { thing: 'machines', see: ['device:read', 'device:all'], act: ['equipment:manage', 'device:manage'] },
  {
    thing: 'orders',
    see: ['order:read'],
    act: ['order:place', 'order:approve', 'order:manage', 'shipment:write'],
  },
  { thing: 'catalogue', see: [], act: ['catalogue:manage'] },
  { thing: 'requests', see: ['ticket:read'], act: ['ticket:open'] },
  { thing: 'meters', see: ['meter:read'], act: ['meter:submit', 'meter:manage', 'meter:book'] },
  { thing: 'reports', see: ['report:read'], act: [] },
  { thing: 'invoices', see: ['invoice:read'], act: [] },
  { thing: 'contracts', see: ['contract:read'], act: [] },
  { thing: 'collectors', see: [], act: ['collector:manage'] },
  { thing: 'people', see: [], act: ['user:manage'] },
  { thing: 'guests', see: [], act: ['guest:manage'] },
  { thing: 'keys', see: [], act: ['key:manage'] },
  { thing: 'audit', see: ['audit:read'], act: [] },
  { thing: 'customers', see: ['customer:read'], act: ['customer:manage'] },
  { thing: 'branch', see: [], act: ['branch:manage'] },
  { thing: 'staff', see: [], act: ['staff:manage'] },
  { thing: 'telemetry', see: [], act: ['telemetry:write'] },
];

/** The things that these rights are about, in the order of the menu. */
export function rightRows(rights: readonly string[]): RightRow[] {
  const among = (held: readonly AnyRight[]) => held.filter((right) => rights.includes(right));
  return rows
    .map(({ thing, see, act }) => ({ thing, see: among(see), act: among(act) }))
    .filter(({ see, act }) => see.length + act.length > 0);
}

/** Of things that an organisation's people see too: what only staff can be given. */
const staffOnly: readonly AnyRight[] = [
  'device:manage',
  'meter:manage',
  'meter:book',
  'order:manage',
  'shipment:write',
];

/** What an organisation can give its people; the service checks it again. */
export const organisationRights: readonly AnyRight[] = rows
  .filter(({ thing }) => !['catalogue', 'customers', 'branch', 'staff', 'telemetry'].includes(thing))
  .flatMap(({ see, act }) => [...see, ...act])
  .filter((right) => !staffOnly.includes(right));

/** What a branch can give its staff; the service checks it again. */
export const staffRights: readonly AnyRight[] = rows
  .filter(({ thing }) => !['people', 'guests', 'telemetry'].includes(thing))
  .flatMap(({ see, act }) => [...see, ...act])
  .filter((right) => !['equipment:manage', 'order:place'].includes(right));
