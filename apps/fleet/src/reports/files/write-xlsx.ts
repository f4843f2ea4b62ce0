import { type Cell, plainText } from '@platen/platform';
import type { ColumnKind, ReportTable } from './report-table';

const FORMATS: Readonly<Record<ColumnKind, string | undefined>> = {
  text: undefined,
  pages: '#,##0',
  percent: '0.0',
};

const WIDTHS: Readonly<Record<ColumnKind, number>> = { text: 28, pages: 12, percent: 10 };

/** A workbook of one sheet: numbers as numbers, gaps as empty cells, the header stays in sight. */
export async function writeXlsx({ title, subtitle, columns, rows, notes }: ReportTable): Promise<Buffer> {
  // Loaded when the first file is written.
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const head = columns.map(({ header, kind }) => ({
    value: plainText(header),
    type: String,
    fontWeight: 'bold' as const,
    align: kind === 'text' ? ('left' as const) : ('right' as const),
  }));
  const body = rows.map((row) => row.map((cell, at) => xlsxCell(cell, columns[at]?.kind ?? 'text')));
  const line = (text: string) => [{ value: plainText(text), type: String }];
  const sheet = [
    [{ value: plainText(title), type: String, fontWeight: 'bold' as const }],
    line(subtitle),
    head,
    ...body,
    [],
    ...notes.map(line),
  ];
  return writeExcelFile(sheet, {
    columns: columns.map(({ kind }) => ({ width: WIDTHS[kind] })),
    stickyRowsCount: 3,
  }).toBuffer();
}

function xlsxCell(cell: Cell, kind: ColumnKind) {
  if (cell === null) return null;
  if (typeof cell === 'string') return { value: plainText(cell), type: String };
  const format = FORMATS[kind];
  return { value: cell, type: Number, ...(format && { format }) };
}
