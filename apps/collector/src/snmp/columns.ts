import { compareOids } from '@platen/printer-mib';
import { isVarbindError, type Varbind } from 'net-snmp';
import { MAX_ROWS } from './session';

/** How far the walk of one column has come. */
export interface Cursor {
  readonly column: string;
  /** the last OID taken, at first the column itself */
  at: string;
  rows: number;
}

/** A cursor before the first row of each column. */
export function cursorsAt(columns: readonly string[]): Cursor[] {
  return columns.map((column) => ({ column, at: column, rows: 0 }));
}

/**
 * Takes the rows that answer one GETNEXT or GETBULK about several columns.
 *
 * Rows go to their column by OID. By position (row 1 of each column, row 2 of each, ...) would be enough if agents
 * repeated endOfMibView as RFC 3416 says; some do not, and everything behind it moves up.
 * @param lists  the answer as net-snmp splits it: one list per cursor, by position
 * @returns      the cursors that may have more rows: not at their end, not in a loop, not at their limit
 */
export function takeRows(
  cursors: readonly Cursor[],
  lists: readonly Varbind[][],
  take: (row: Varbind) => void,
): Cursor[] {
  const unfinished = new Set<Cursor>();
  const ended = new Set<Cursor>();
  let reliable = Number.POSITIVE_INFINITY;
  inOrder(lists).forEach((row, position) => {
    const isEnd = isVarbindError(row);
    const cursor = isEnd ? undefined : cursors.find(({ column }) => row.oid.startsWith(`${column}.`));
    if (cursor !== undefined && accept(cursor, row)) {
      take(row);
      unfinished.add(cursor);
    }
    const asked = cursors[position % cursors.length];
    if (position < reliable && asked !== undefined && asked !== cursor) ended.add(asked);
    if (isEnd) reliable = Math.min(reliable, nextRepetition(position, cursors.length));
  });
  return cursors.filter((cursor) => unfinished.has(cursor) && !ended.has(cursor));
}

/** Moves on to a row; false when it was already taken (a column that ended runs into the next) or is one too many. */
function accept(cursor: Cursor, row: Varbind): boolean {
  if (compareOids(row.oid, cursor.at) <= 0 || cursor.rows >= MAX_ROWS) return false;
  cursor.at = row.oid;
  cursor.rows++;
  return true;
}

/** The varbinds as they stood in the answer: first of each list, second of each, ... */
function inOrder(lists: readonly Varbind[][]): Varbind[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, row) => lists.flatMap((list) => list[row] ?? [])).flat();
}

function nextRepetition(position: number, columns: number): number {
  return (Math.floor(position / columns) + 1) * columns;
}
