import { stringify } from 'csv-stringify/sync';

/** A cell of a table that is handed out; null is empty. */
export type Cell = string | number | null;

/** What a spreadsheet takes for the beginning of a formula, in its usual and its full-width form (threats C32). */
const FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** Text that no spreadsheet takes for a formula: an apostrophe stands before what could be one. */
export function plainText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/**
 * Rows as CSV for a spreadsheet, or for a program: UTF-8 with a byte order mark, comma, CRLF, quotes doubled. Texts
 * that could be formulas are made harmless; numbers stay numbers.
 */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  const harmless = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? plainText(cell) : cell)));
  return stringify(harmless, { record_delimiter: 'windows', bom: true });
}
