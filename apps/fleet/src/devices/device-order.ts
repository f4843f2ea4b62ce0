import { isId } from '@platen/platform';
import type { DeviceOrder } from './device-state';
import type { DeviceRow } from './device.row';

type ColumnType = 'text' | 'uuid' | 'timestamptz' | 'int';

interface OrderColumn {
  readonly sql: string;
  readonly type: ColumnType;
  readonly value: (row: DeviceRow) => string | number;
}

/** How one order of the list sorts: its columns together are unique, so that a cursor names one place. */
export interface OrderSpec {
  readonly direction: 'asc' | 'desc';
  readonly columns: readonly OrderColumn[];
}

const id: OrderColumn = { sql: 'd.id', type: 'uuid', value: (row) => row.id };
const name: OrderColumn = { sql: 'd.name', type: 'text', value: (row) => row.name };
const siteId: OrderColumn = { sql: 's.id', type: 'uuid', value: (row) => row.site_id };
const site: OrderColumn = { sql: 's.name', type: 'text', value: (row) => row.site_name };
const urgency: OrderColumn = { sql: 'u.urgency', type: 'int', value: (row) => row.urgency };
/** Machines never seen stand behind all others. */
export const NEVER = '0001-01-01T00:00:00.000Z';
const lastSeen: OrderColumn = {
  sql: `coalesce(d.last_seen_at, '${NEVER}')`,
  type: 'timestamptz',
  value: (row) => row.last_seen_at?.toISOString() ?? NEVER,
};

export const deviceOrderSpecs: Readonly<Record<DeviceOrder, OrderSpec>> = {
  NAME: { direction: 'asc', columns: [name, id] },
  SITE: { direction: 'asc', columns: [site, siteId, name, id] },
  LAST_SEEN: { direction: 'desc', columns: [lastSeen, id] },
  URGENCY: { direction: 'asc', columns: [urgency, name, id] },
};

/** `order by` of a list. */
export function orderBy(spec: OrderSpec): string {
  return spec.columns.map((column) => `${column.sql} ${spec.direction}`).join(', ');
}

/** Condition for the rows behind a cursor, whose parts are the parameters from `first` on. */
export function behindCursor(spec: OrderSpec, first: number): string {
  const columns = spec.columns.map((column) => column.sql).join(', ');
  const cursor = spec.columns.map((column, index) => `$${first + index}::${column.type}`).join(', ');
  return `(${columns}) ${spec.direction === 'asc' ? '>' : '<'} (${cursor})`;
}

/** What a cursor behind this row holds. */
export function keysetOf(spec: OrderSpec, row: DeviceRow): (string | number)[] {
  return spec.columns.map((column) => column.value(row));
}

/** False for a cursor of another order, or one that was made up. */
export function fitsOrder(spec: OrderSpec, cursor: readonly string[]): boolean {
  return (
    cursor.length === spec.columns.length &&
    spec.columns.every((column, index) => isOf(column.type, cursor[index] ?? ''))
  );
}

function isOf(type: ColumnType, text: string): boolean {
  switch (type) {
    case 'text':
      return !text.includes('\0');
    case 'uuid':
      return isId(text);
    case 'timestamptz':
      return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text));
    case 'int':
      return /^\d$/.test(text);
  }
}
