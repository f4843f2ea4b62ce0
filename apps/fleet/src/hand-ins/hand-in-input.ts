import { keyFaults } from '../groups/group-input';
import type { InvalidHandIn } from './hand-in.errors';
import type { HandInColumns } from './judge-rows';

/** Most rows that one command may hand in. */
export const MOST_ROWS = 2000;
/** Longest remark beside the values, in characters. */
export const MAX_NOTE = 500;

/** What somebody hands in, as asked for. */
export interface HandInInput {
  readonly idempotencyKey: string;
  readonly rows: {
    readonly deviceId: readonly string[];
    readonly kind: readonly string[];
    readonly value: readonly number[];
    readonly readAt: readonly Date[];
    readonly confirmed?: readonly boolean[] | null;
  };
  readonly allOrNothing?: boolean | null;
  readonly note?: string | null;
}

/** What keeps the input from being read as rows; empty when all is well. */
export function faultsOfHandIn({ idempotencyKey, rows, note }: HandInInput): InvalidHandIn['fields'] {
  const fields: InvalidHandIn['fields'][number][] = [];
  if (keyFaults(idempotencyKey).length > 0) fields.push({ path: 'idempotencyKey', problem: 'keyLength' });
  const count = rows.deviceId.length;
  if (count < 1 || count > MOST_ROWS) fields.push({ path: 'rows.deviceId', problem: 'rowsNeeded' });
  for (const [name, column] of Object.entries(rows))
    if (column && column.length !== count) fields.push({ path: `rows.${name}`, problem: 'columnsUneven' });
  if (note && (note.length > MAX_NOTE || note.includes('\0')))
    fields.push({ path: 'note', problem: 'tooLong' });
  return fields;
}

/** The rows of an input, ids as the database writes them. */
export function toColumns({ rows }: HandInInput): HandInColumns {
  return {
    deviceId: rows.deviceId.map((id) => id.toLowerCase()),
    kind: rows.kind,
    readAt: rows.readAt,
    value: rows.value,
    confirmed: rows.confirmed ?? rows.deviceId.map(() => false),
  };
}
