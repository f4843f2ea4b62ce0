import type { Locale } from '@platen/contracts';
import PDFDocument from 'pdfkit';
import { message } from '../../messages/message';
import { drawChart } from './pdf-chart';
import { drawTable } from './pdf-table';
import { type PdfPage, ink, margin, muted, pdfText } from './pdf-page';
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
  const document = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin,
    bufferPages: true,
    lang: locale,
    info: { Title: pdfText(table.title), Author: pdfText(brand.name) },
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const written = new Promise<void>((resolve, reject) => document.once('end', resolve).once('error', reject));

  drawHead(document, table, brand);
  drawChart(document, table, locale);
  drawTable(document, table, locale);
  drawNotes(document, table.notes);
  numberPages(document, `${brand.name} · ${message(locale, 'reportMadeAt', { at: madeAt })}`, locale);
  document.end();
  await written;
  return Buffer.concat(chunks);
}

function drawHead(document: PdfPage, { title, subtitle }: ReportTable, brand: PdfBrand): void {
  const { width } = document.page;
  document.rect(0, 0, width, 6).fill(brand.color);
  document
    .font('Helvetica')
    .fontSize(9)
    .fillColor(muted)
    .text(pdfText(brand.name), margin, margin - 8);
  document
    .font('Helvetica-Bold')
    .fontSize(18)
    .fillColor(ink)
    .text(pdfText(title), margin, margin + 8);
  document.font('Helvetica').fontSize(10).fillColor(muted).text(pdfText(subtitle));
  document.moveDown(0.8);
}

function drawNotes(document: PdfPage, notes: readonly string[]): void {
  document.moveDown(0.8);
  document.font('Helvetica').fontSize(8).fillColor(muted);
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
    document.font('Helvetica').fontSize(8).fillColor(muted);
    document.text(pdfText(left), margin, height - 28, { lineBreak: false });
    const number = message(locale, 'reportPage', { page: page + 1, count });
    document.text(number, margin, height - 28, {
      width: width - 2 * margin,
      align: 'right',
      lineBreak: false,
    });
  }
}
