import type {
  DeviceAttention,
  DeviceFilter,
  DeviceOrder,
  DeviceState,
  DeviceUse,
} from '@platen/graphql-client';

/** State of the machines list as the URL holds it. */
export interface DeviceListSearch {
  readonly search?: string;
  readonly state?: DeviceState;
  readonly attention?: DeviceAttention;
  /** for staff, who see machines of several organisations */
  readonly customer?: string;
  readonly site?: string;
  readonly group?: string;
  readonly use?: DeviceUse;
  readonly department?: string;
  readonly monitored?: 'yes' | 'no';
  readonly sort?: keyof typeof orders;
  /** columns that are left out, parted by dots */
  readonly hide?: string;
}

/** Choices of the state filter, most urgent first. */
export const deviceStates: readonly DeviceState[] = [
  'DOWN',
  'SILENT',
  'WARNING',
  'NOT_MONITORED',
  'PLANNED',
  'IN_REPAIR',
  'WORKING',
];
/** Choices of where in its life a machine is. */
export const deviceUses: readonly DeviceUse[] = ['PLANNED', 'INSTALLED', 'IN_REPAIR', 'ENDED'];
const attentions: readonly DeviceAttention[] = ['ANY', 'DOWN', 'LOW_SUPPLY', 'SILENT'];
const orders = { name: 'NAME', site: 'SITE', seen: 'LAST_SEEN', urgency: 'URGENCY' } as const;

const oneOf = <T extends string>(allowed: readonly T[], value: unknown): T | undefined =>
  allowed.find((candidate) => candidate === value);

/** Reads the URL; what it does not know it leaves out, so an old or mistyped link still opens the list. */
export function parseDeviceListSearch(raw: Readonly<Record<string, unknown>>): DeviceListSearch {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  return {
    search: text(raw.search)?.slice(0, 100),
    state: oneOf(deviceStates, raw.state),
    attention: oneOf(attentions, raw.attention),
    customer: text(raw.customer),
    site: text(raw.site),
    group: text(raw.group),
    use: oneOf(deviceUses, raw.use),
    department: text(raw.department)?.slice(0, 200),
    monitored: oneOf(['yes', 'no'], raw.monitored),
    hide: text(raw.hide)?.slice(0, 100),
    sort: oneOf(Object.keys(orders) as (keyof typeof orders)[], raw.sort),
  };
}

/** Whether anything narrows the list. */
export function isFiltered({ sort: _sort, hide: _hide, ...filters }: DeviceListSearch): boolean {
  return Object.values(filters).some(Boolean);
}

/** What stands behind the question mark: the same words as the URL's, for a view that is saved. */
export function queryOf(search: DeviceListSearch): string {
  const words = Object.entries(search).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return new URLSearchParams(words).toString();
}

/** The URL's words as variables of the `Devices` document. */
export function deviceListVariables(search: DeviceListSearch): {
  filter: DeviceFilter;
  orderBy: DeviceOrder;
} {
  return {
    filter: {
      search: search.search ?? null,
      siteId: search.site ?? null,
      customerId: search.customer ?? null,
      states: search.state ? [search.state] : null,
      attention: search.attention ?? null,
      groupId: search.group ?? null,
      use: search.use ?? null,
      department: search.department ?? null,
      monitored: search.monitored ? search.monitored === 'yes' : null,
    },
    orderBy: orders[search.sort ?? 'name'],
  };
}
