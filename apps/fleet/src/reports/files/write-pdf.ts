import type { Locale } from '@platen/contracts';
import { type PdfPage, pdfFont, pdfText, startPdf } from '@platen/platform';
import { message } from '../../messages/message';
import { drawChart } from './pdf-chart';
import { drawTable } from './pdf-table';
import { ink, margin, muted } from './pdf-page';
import type { ReportTable } from './report-table';

/** What a file shows of the branch. */
export interface PdfBrand {
  readonly name: string;
  /** #rrggbb */
  readonly color: string;
}

/**
 * A report on A4 across: whose it is, the sum of each month as bars, the table, what to know, page numbers. Everything
 * is drawn: text as text, no script, nothing from elsewhere (threats C32).
 * @param madeAt  as people read it
 */
export async function writePdf(
  table: ReportTable,
  brand: PdfBrand,
  madeAt: string,
  locale: Locale,
): Promise<Buffer> {
  const { document, finish } = await startPdf({
    title: table.title,
    author: brand.name,
    locale,
    layout: 'landscape',
    margin,
  });
  drawHead(document, table, brand);
  drawChart(document, table, locale);
  drawTable(document, table, locale);
  drawNotes(document, table.notes);
  numberPages(document, `${brand.name} · ${message(locale, 'reportMadeAt', { at: madeAt })}`, locale);
  return finish();
}

function drawHead(document: PdfPage, { title, subtitle }: ReportTable, brand: PdfBrand): void {
  const { width } = document.page;
  document.rect(0, 0, width, 6).fill(brand.color);
  document
    .font(pdfFont.text)
    .fontSize(9)
    .fillColor(muted)
    .text(pdfText(brand.name), margin, margin - 8);
  document
    .font(pdfFont.bold)
    .fontSize(18)
    .fillColor(ink)
    .text(pdfText(title), margin, margin + 8);
  document.font(pdfFont.text).fontSize(10).fillColor(muted).text(pdfText(subtitle));
  document.moveDown(0.8);
}

function drawNotes(document: PdfPage, notes: readonly string[]): void {
  document.moveDown(0.8);
  document.font(pdfFont.text).fontSize(8).fillColor(muted);
  for (const note of notes)
    document.text(pdfText(note), margin, document.y, { width: document.page.width - 2 * margin });
}

function numberPages(document: PdfPage, left: string, locale: Locale): void {
  const { start, count } = document.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    document.switchToPage(start + page);
    const { width, height } = document.page;
    // Below the margin text would begin a new page.
    document.page.margins.bottom = 0;
    document.font(pdfFont.text).fontSize(8).fillColor(muted);
    document.text(pdfText(left), margin, height - 28, { lineBreak: false });
    const number = message(locale, 'reportPage', { page: page + 1, count });
    document.text(number, margin, height - 28, {
      width: width - 2 * margin,
      align: 'right',
      lineBreak: false,
    });
  }
}
