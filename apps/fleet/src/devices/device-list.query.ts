import type { Visibility } from '../visibility/visibility.policy';
import { type OrderSpec, NEVER, behindCursor, deviceOrderSpecs, orderBy } from './device-order';
import { BRANCH_LIMITS, isSilent, maybeSilent } from './device-state.sql';
import { type DeviceFilter, type SqlQuery, COLUMNS, JOINED, narrowedTo, tenantOf } from './device.query';
import { attentionRanks, stateRanks } from './device-state';

/** Which page of a list; `after` holds the parts of a cursor of its order. */
export interface ListPage {
  readonly size: number;
  readonly after: readonly string[] | null;
}

/**
 * One page of visible devices in use, one row more than its size. That number stands in the text: of a parameter the
 * planner assumes that it lets a tenth of all rows through, and would sort the whole fleet for each filtered page
 * (890,000 machines, those that are down: 4 s instead of 10 ms). There are at most a hundred sizes of pages.
 *
 * By name an index is walked. Urgency and age have an index for each of their parts only, so a page is put together
 * from the parts in turn until it is full. Few machines are sorted instead.
 */
export function listDevices(
  visibility: Visibility,
  filter: DeviceFilter,
  order: OrderSpec,
  page: ListPage,
  now: Date,
): SqlQuery {
  const narrowed = narrowedTo(visibility, filter, 2);
  const list: List = {
    narrowed: narrowed.sql,
    tenant: (alias) => tenantOf(visibility, filter, 2, alias).sql,
    order,
    after: page.after,
    cursor: 2 + narrowed.parameters.length,
    limit: Math.trunc(page.size) + 1,
  };
  const sql = isOfFew(visibility, filter) ? sorted(list) : walked(list, filter);
  return {
    sql,
    parameters: [now, ...narrowed.parameters, ...(page.after ?? [])],
  };
}

/** What the text of a list is made from. */
interface List extends Pick<ListPage, 'after'> {
  readonly narrowed: string;
  /** the tenant as a condition on any table with customer and branch */
  readonly tenant: (alias: string) => string;
  readonly order: OrderSpec;
  /** number of the cursor's first parameter */
  readonly cursor: number;
  readonly limit: number;
}

/** Part of an order that an index has. Parts of one rank mix; those of another come wholly before or behind. */
interface Part {
  readonly rank: number;
  readonly devices?: string;
  readonly where: string;
  readonly order: string;
}

/** Few enough to be sorted for each page. */
function isOfFew(visibility: Visibility, { ids, siteId, groupId, assignedTo, ...filter }: DeviceFilter) {
  const isDown = filter.attention === 'DOWN' || filter.states?.every((state) => state === 'DOWN');
  return visibility.see === 'assigned' || Boolean(ids ?? siteId ?? groupId ?? assignedTo) || isDown;
}

function sorted({ narrowed, order, after, cursor, limit }: List): string {
  const behind = after ? `and ${behindCursor(order, cursor)}` : '';
  return `with ${BRANCH_LIMITS} select ${COLUMNS} from device d ${JOINED}
    where ${narrowed} ${behind} order by ${orderBy(order)} limit ${limit}`;
}

function walked(list: List, filter: DeviceFilter): string {
  switch (list.order) {
    case deviceOrderSpecs.URGENCY:
      return inTurn(list, byUrgency(list, filter), [maybeSilentOf(list.tenant('n'))]);
    case deviceOrderSpecs.LAST_SEEN:
      return inTurn(list, byLastSeen(list));
    case deviceOrderSpecs.SITE:
      return sorted({ ...list, narrowed: `${list.narrowed} and ${bySite(list)}` });
    default:
      return sorted(list);
  }
}

/** With these the index of locations is walked, and only the machines of each are sorted. */
function bySite({ tenant, after, cursor }: List): string {
  return `${tenant('s')}${after ? ` and (s.name, s.id) >= ($${cursor}::text, $${cursor + 1}::uuid)` : ''}`;
}

/** A part is looked at only where those before it did not fill the page; without any the list is empty. */
function inTurn(list: List, parts: readonly Part[], known: readonly string[] = []): string {
  if (parts.length === 0) return sorted(list);
  const { narrowed, order, limit } = list;
  const texts = parts.map((part, at) => {
    const before = parts.slice(0, at).flatMap(({ rank }, no) => (rank < part.rank ? [`p${no}`] : []));
    const had = before.map((name) => `(select count(*) from ${name})`).join(' + ');
    return `p${at} as materialized (
      select ${COLUMNS} from ${part.devices ?? 'device d'} ${JOINED}
      where ${had && `${had} < ${limit} and `}${narrowed} and ${part.where} order by ${part.order} limit ${limit})`;
  });
  const all = parts.map((_, at) => `select * from p${at}`).join(' union all ');
  return `with ${[BRANCH_LIMITS, ...known, ...texts].join(', ')}
    select d.* from (${all}) d cross join lateral (select d.urgency) u order by ${orderBy(order)} limit ${limit}`;
}

/** Down, silent, low supply, warning, working, all others: each of them by name. */
function byUrgency({ after, cursor }: List, filter: DeviceFilter): Part[] {
  const from = Number(after?.[0] ?? 0);
  return [0, 1, 2, 3, 4, 5]
    .filter((rank) => (after && rank === from) || (rank >= from && isPossible(rank, filter)))
    .flatMap((rank): Part[] => {
      const behind =
        after && rank === from
          ? ` and $${cursor}::int = ${rank} and (d.name, d.id) > ($${cursor + 1}::text, $${cursor + 2}::uuid)`
          : '';
      const part = (where: string): Part => ({ rank, where: `${where}${behind}`, order: 'd.name, d.id' });
      const here = `d.heard_urgency = ${rank}`;
      if (rank === 1) return [here, OF_FEW_SILENT, OF_MANY_SILENT].map(part);
      return [part(rank === 5 ? here : `${here} and t.state <> 'SILENT'`)];
    });
}

/** As many silent machines are gathered and sorted; where there are more, the list by name soon comes upon them. */
const FEW_SILENT = 2000;

/** By time, or the planner would rather read all there is. */
const maybeSilentOf = (tenant: string) => `maybe_silent as materialized (
  select n.device_id from device_seen n where ${tenant} and ${maybeSilent('$1')}
  order by n.last_seen_at limit ${FEW_SILENT + 1})`;
const HOW_MANY = '(select count(*) from maybe_silent)';
// Not by `t.state`, of which the planner thinks that one row in two hundred has any: it would sort the whole fleet.
const OF_SILENT = `d.heard_urgency <> 1 and ${isSilent('$1', 'd')}`;
const OF_FEW_SILENT = `${HOW_MANY} <= ${FEW_SILENT} and d.id = any(array(select device_id from maybe_silent)) and ${OF_SILENT}`;
const OF_MANY_SILENT = `${HOW_MANY} > ${FEW_SILENT} and ${OF_SILENT}`;

/** Whether machines in this list can have this rank of urgency. */
function isPossible(rank: number, { states, attention, use }: DeviceFilter): boolean {
  if (states && !states.some((state) => stateRanks[state].includes(rank))) return false;
  if (attention && !attentionRanks[attention].includes(rank)) return false;
  return !use || use === 'INSTALLED' || rank === 5;
}

/** Newest first, and those never seen behind them. */
function byLastSeen({ tenant, after, cursor }: List): Part[] {
  const inNever = after?.[0] === NEVER;
  const at = `($${cursor}::timestamptz, $${cursor + 1}::uuid)`;
  const never: Part = {
    rank: 1,
    where: `d.never_seen${inNever ? ` and $${cursor}::timestamptz = '${NEVER}' and d.id < $${cursor + 1}::uuid` : ''}`,
    order: 'd.id desc',
  };
  const seen: Part = {
    rank: 0,
    devices: 'device_seen n join device d on d.id = n.device_id',
    where: `${tenant('n')}${after ? ` and (n.last_seen_at, n.device_id) < ${at}` : ''}`,
    order: 'n.last_seen_at desc, n.device_id desc',
  };
  return inNever ? [never] : [seen, never];
}
