import { type Result, err, ok } from '@platen/kernel';
import { parse } from 'csv-parse/sync';

/** Most rows that are invited at once. */
export const MAX_ROWS = 250;
/** Longest pasted list or file, in characters: a request may have 256 KiB, and each character may take two in JSON. */
export const MAX_LIST_LENGTH = 100_000;

/** One line of a list, as typed. */
export interface ListedRow {
  readonly email: string;
  /** name of a role, null where the line names none */
  readonly role: string | null;
  readonly locale: string | null;
}

/** The list is not read at all. */
export interface ListProblem {
  readonly code: 'listEmpty' | 'listTooLong' | 'listUnreadable';
}

type ColumnName = keyof ListedRow;

/** Heads of columns, in the languages of those who keep such lists. */
const heads: Readonly<Record<ColumnName, RegExp>> = {
  email: /^(e-?mail|mail|posta|indirizzo|adres|address)/i,
  role: /^(rol|ruolo)/i,
  locale: /^(lang|lingua|taal|locale)/i,
};

/**
 * Reads a pasted list or the text of a CSV file: one address on a line, or several beside one another; or columns
 * address, role, language, in another order when heads name them. Commas, semicolons and tabs divide, as Excel
 * writes them in different countries. `Anna Neri <anna@rossi.example>` is the address in it.
 */
export function readInvitationList(text: string): Result<ListedRow[], ListProblem> {
  if (text.length > MAX_LIST_LENGTH) return err({ code: 'listTooLong' });
  const lines = cellsOf(text);
  if (!lines) return err({ code: 'listUnreadable' });
  const [first = []] = lines;
  const columns = columnsOf(first);
  const rows = (columns ? lines.slice(1) : lines).flatMap((cells) =>
    rowsOf(cells, columns ?? { email: 0, role: 1, locale: 2 }),
  );
  if (rows.length === 0) return err({ code: 'listEmpty' });
  return rows.length > MAX_ROWS ? err({ code: 'listTooLong' }) : ok(rows);
}

/** A name in front of an address as mail programs write it, `"Neri, Anna" <anna@rossi.example>`: its comma divides nothing. */
const QUOTED_NAME = /"[^"\n]*"[ \t]*</g;

/** @returns null for text that is no CSV, for example with a quote that never ends */
function cellsOf(text: string): string[][] | null {
  try {
    return parse(text.replace(QUOTED_NAME, '<'), {
      bom: true,
      delimiter: [',', ';', '\t'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
      max_record_size: 10_000,
      to: MAX_ROWS + 2,
    });
  } catch {
    return null;
  }
}

/** Where each column stands, -1 for one that is not there. */
type Columns = Readonly<Record<ColumnName, number>>;

/** @returns null when the line is no line of heads */
function columnsOf(cells: readonly string[]): Columns | null {
  if (cells.some((cell) => cell.includes('@'))) return null;
  const indexOf = (name: ColumnName) => cells.findIndex((cell) => heads[name].test(cell));
  const email = indexOf('email');
  return email < 0 ? null : { email, role: indexOf('role'), locale: indexOf('locale') };
}

function rowsOf(cells: readonly string[], columns: Columns): ListedRow[] {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length > 1 && filled.every((cell) => cell.includes('@')))
    return filled.map((cell) => ({ email: addressIn(cell), role: null, locale: null }));
  const cell = (name: ColumnName) => cells[columns[name]] || null;
  return [{ email: addressIn(cell('email') ?? ''), role: cell('role'), locale: cell('locale') }];
}

function addressIn(text: string): string {
  return /<([^<>]*)>\s*$/.exec(text)?.[1]?.trim() ?? text;
}
