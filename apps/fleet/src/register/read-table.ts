import { type Result, err, ok } from '@platen/kernel';
import { parse } from 'csv-parse/sync';

/** How a file wrote its letters. */
export type TableEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The cells of a file as its maker typed them. Other kinds of files (XLSX) read into the same. */
export interface Table {
  readonly encoding: TableEncoding;
  readonly delimiter: ';' | ',' | '\t';
  readonly rows: readonly {
    /** row as a spreadsheet numbers it, from 1 */
    readonly line: number;
    readonly cells: readonly string[];
  }[];
}

/** Why a file is not read at all. */
export interface TableProblem {
  readonly code: 'fileEmpty' | 'fileUnreadable' | 'fileTooLong';
}

/** Most rows of a file, its heads left out. */
export const MAX_TABLE_ROWS = 50_000;

/** Reads a CSV file in whatever encoding and with whatever delimiter spreadsheets of different countries write. */
export function readTable(bytes: Uint8Array): Result<Table, TableProblem> {
  const { encoding, text } = decode(bytes);
  // A letter that no encoding has, or a NUL: this is no text but something else.
  if (text.includes('\0') || text.includes('\uFFFD')) return err({ code: 'fileUnreadable' });
  const delimiter = delimiterOf(text);
  const records = recordsOf(text, delimiter);
  if (!records) return err({ code: 'fileUnreadable' });
  const rows = records
    .map((cells, index) => ({ line: index + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (rows.length < 2) return err({ code: 'fileEmpty' });
  if (rows.length > MAX_TABLE_ROWS + 1) return err({ code: 'fileTooLong' });
  return ok({ encoding, delimiter, rows });
}

function decode(bytes: Uint8Array): { encoding: TableEncoding; text: string } {
  const encoding = encodingOf(bytes);
  return { encoding, text: new TextDecoder(encoding).decode(bytes) };
}

/** How far into a file without a mark its encoding is looked for. */
const LOOKED_AT = 4096;

function encodingOf(bytes: Uint8Array): TableEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Latin letters in UTF-16 have a zero in every other byte; no text in the other encodings has any.
  const zeros = [0, 0];
  bytes.subarray(0, LOOKED_AT).forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const many = Math.min(bytes.length, LOOKED_AT) / 4;
  if (odd > many && even === 0) return 'utf-16le';
  if (even > many && odd === 0) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** The one that divides the heads most often. */
function delimiterOf(text: string): Table['delimiter'] {
  const heads = text.trimStart().split(/\r?\n|\r/, 1)[0] ?? '';
  const times = (delimiter: string) => heads.split(delimiter).length;
  const candidates = [';', ',', '\t'] as const;
  return candidates.reduce((best, next) => (times(next) > times(best) ? next : best));
}

/** @returns null for text that is no CSV, for example with a quote that never ends */
function recordsOf(text: string, delimiter: string): string[][] | null {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: 20_000,
      to: MAX_TABLE_ROWS * 2,
    });
  } catch {
    return null;
  }
}
