import { type Cell, csvText } from '@platen/platform';
import type { DeviceRow } from './device.row';

/** Rows of one part of a file. */
export const EXPORT_SIZE = 1000;

const HEADER = [
  'name',
  'serial_number',
  'equipment_id',
  'maker',
  'model',
  'state',
  'monitored',
  'last_seen_at (UTC)',
  'location',
  'street',
  'postal_code',
  'city',
  'country',
  'floor',
  'room',
  'department',
] as const;

/** Only for who sees machines of several organisations. */
const ORGANISATION = 'organisation';

const cellsOf = (row: DeviceRow): Cell[] => [
  row.name,
  row.serial_number,
  row.equipment_id,
  row.maker,
  row.model,
  row.state,
  row.monitored ? 'true' : 'false',
  row.last_seen_at?.toISOString() ?? null,
  row.site_name,
  row.street,
  row.postal_code,
  row.city,
  row.country,
  row.floor,
  row.room,
  row.department,
];

const MARK = '\ufeff';

/**
 * Part of a file for a spreadsheet: its first part begins with the names of the columns, the others go on.
 * @param organisations  names by id, for who sees machines of several; null leaves the column out
 */
export function devicesCsv(
  rows: readonly DeviceRow[],
  first: boolean,
  organisations: ReadonlyMap<string, string> | null,
): string {
  const whose = (row: DeviceRow): Cell[] =>
    organisations ? [organisations.get(row.customer_id) ?? null] : [];
  const header = [...HEADER, ...(organisations ? [ORGANISATION] : [])];
  const text = csvText([...(first ? [header] : []), ...rows.map((row) => [...cellsOf(row), ...whose(row)])]);
  return first || !text.startsWith(MARK) ? text : text.slice(MARK.length);
}
