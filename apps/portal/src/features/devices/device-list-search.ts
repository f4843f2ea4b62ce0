import type { DeviceAttention, DeviceFilter, DeviceOrder, DeviceState } from '@platen/graphql-client';

/** State of the machines list as the URL holds it. */
export interface DeviceListSearch {
  readonly search?: string;
  readonly state?: DeviceState;
  readonly attention?: DeviceAttention;
  readonly site?: string;
  readonly group?: string;
  readonly sort?: keyof typeof orders;
}

/** Choices of the state filter, most urgent first. */
export const deviceStates: readonly DeviceState[] = ['DOWN', 'SILENT', 'WARNING', 'NOT_MONITORED', 'WORKING'];
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
    site: text(raw.site),
    group: text(raw.group),
    sort: oneOf(Object.keys(orders) as (keyof typeof orders)[], raw.sort),
  };
}

/** Whether anything narrows the list. */
export function isFiltered({ search, state, attention, site, group }: DeviceListSearch): boolean {
  return Boolean(search || state || attention || site || group);
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
      states: search.state ? [search.state] : null,
      attention: search.attention ?? null,
      groupId: search.group ?? null,
    },
    orderBy: orders[search.sort ?? 'name'],
  };
}
