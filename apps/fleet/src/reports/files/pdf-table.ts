import type { Locale } from '@platen/contracts';
import { type Cell, type PdfPage, pdfFont, pdfText } from '@platen/platform';
import { numberText } from './formats';
import { hairline, ink, margin, muted } from './pdf-page';
import type { ReportTable } from './report-table';

const ROW = 14;
const SIZE = 7.5;
/** Months that fit beside the other columns on paper; what is beyond is in the spreadsheet. */
const MOST_COLUMNS = 20;

/** The table with its header on every page. Of very many months only the sums are drawn. */
export function drawTable(document: PdfPage, table: ReportTable, locale: Locale): void {
  const shown = columnsThatFit(table);
  const widths = widthsOf(document, table, shown);
  const bottom = () => document.page.height - margin - 10;
  drawHeader(document, table, shown, widths);
  for (const row of table.rows) {
    if (document.y + ROW > bottom()) {
      document.addPage();
      drawHeader(document, table, shown, widths);
    }
    document.font(row === table.rows.at(-1) ? pdfFont.bold : pdfFont.text);
    document.fontSize(SIZE).fillColor(ink);
    drawCells(document, table, shown, widths, (at) => cellText(row[at] ?? null, locale));
  }
}

function columnsThatFit({ columns, months }: ReportTable): number[] {
  const all = columns.map((_column, at) => at);
  if (columns.length <= MOST_COLUMNS) return all;
  const names = new Set(months);
  return all.filter((at) => !names.has(columns[at]?.header ?? ''));
}

function widthsOf(document: PdfPage, { columns }: ReportTable, shown: readonly number[]): number[] {
  const texts = shown.filter((at) => columns[at]?.kind === 'text').length;
  const wide = texts === 0 ? 0 : Math.min(150, 260 / texts);
  const rest = document.page.width - 2 * margin - wide * texts;
  return shown.map((at) => (columns[at]?.kind === 'text' ? wide : rest / Math.max(1, shown.length - texts)));
}

function drawHeader(
  document: PdfPage,
  table: ReportTable,
  shown: readonly number[],
  widths: readonly number[],
): void {
  document.font(pdfFont.bold).fontSize(SIZE).fillColor(muted);
  drawCells(document, table, shown, widths, (at) => table.columns[at]?.header ?? '');
  const y = document.y - 3;
  document.lineWidth(0.5).strokeColor(hairline);
  document
    .moveTo(margin, y)
    .lineTo(document.page.width - margin, y)
    .stroke();
}

function drawCells(
  document: PdfPage,
  { columns }: ReportTable,
  shown: readonly number[],
  widths: readonly number[],
  textOf: (at: number) => string,
): void {
  const y = document.y;
  let x = margin;
  shown.forEach((at, place) => {
    const width = widths[place] ?? 0;
    const align = columns[at]?.kind === 'text' ? 'left' : 'right';
    document.text(fitting(document, pdfText(textOf(at)), width - 6), x, y, {
      width: width - 6,
      align,
      lineBreak: false,
    });
    x += width;
  });
  document.x = margin;
  document.y = y + ROW;
}

/** Text cut to a width, with an ellipsis where something is left out. */
function fitting(document: PdfPage, text: string, width: number): string {
  if (document.widthOfString(text) <= width) return text;
  let [fits, tooLong] = [0, text.length];
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (document.widthOfString(`${text.slice(0, middle)}…`) <= width) fits = middle;
    else tooLong = middle;
  }
  return `${text.slice(0, fits)}…`;
}

function cellText(cell: Cell, locale: Locale): string {
  if (cell === null) return '–';
  return typeof cell === 'number' ? numberText(cell, locale) : cell;
}
