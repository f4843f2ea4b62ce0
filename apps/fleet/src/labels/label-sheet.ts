import type { Locale } from '@platen/contracts';
import { type PdfPage, pdfFont, pdfText, startPdf } from '@platen/platform';
import { create } from 'qrcode';
import { message } from '../messages/message';

/** A machine as its label names it. */
export interface LabelOnSheet {
  readonly name: string;
  readonly maker: string;
  readonly model: string;
  readonly serialNumber: string;
  readonly code: string;
}

interface SheetFacts {
  readonly title: string;
  /** whom the label asks to turn to */
  readonly brand: string;
  readonly locale: Locale;
  readonly urlOf: (code: string) => string;
}

const MM = 72 / 25.4;
/** The common sheet of 21 adhesive labels on A4: 3 by 7, 63.5 mm x 38.1 mm. */
const sheet = {
  columns: 3,
  rows: 7,
  width: 63.5 * MM,
  height: 38.1 * MM,
  left: 7.2 * MM,
  top: 15.1 * MM,
  between: 2.5 * MM,
} as const;
const PAD = 3 * MM;
const QR = 25 * MM;
/** Scanners need four modules of white around a code. */
const QUIET = 3.2 * MM;

/** Five sheets: a request draws no more, for others wait meanwhile. */
export const LABELS_OF_A_FILE = sheet.columns * sheet.rows * 5;

/** Labels to print and glue on: the code to scan, and to type where no camera is at hand. */
export async function drawLabelSheet(
  labels: readonly LabelOnSheet[],
  { title, brand, locale, urlOf }: SheetFacts,
): Promise<Buffer> {
  const { document, finish } = await startPdf({ title, author: brand, locale, margin: 0 });
  const ofPage = sheet.columns * sheet.rows;
  labels.forEach((label, at) => {
    if (at > 0 && at % ofPage === 0) document.addPage();
    const place = at % ofPage;
    const left = sheet.left + (place % sheet.columns) * (sheet.width + sheet.between);
    const top = sheet.top + Math.floor(place / sheet.columns) * sheet.height;
    drawQr(document, urlOf(label.code), left + PAD, top + (sheet.height - QR) / 2);
    drawWords(document, label, left + PAD + QR + QUIET, top + PAD, { brand, locale });
  });
  if (labels.length === 0) document.font(pdfFont.text).text(message(locale, 'labelsNone'), 40, 40);
  return finish();
}

function drawQr(document: PdfPage, text: string, left: number, top: number): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const step = QR / modules.size;
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; ) {
      let end = column;
      while (end < modules.size && modules.get(row, end)) end++;
      if (end > column) document.rect(left + column * step, top + row * step, (end - column) * step, step);
      column = end + 1;
    }
  document.fill('black');
}

function drawWords(
  document: PdfPage,
  label: LabelOnSheet,
  left: number,
  top: number,
  { brand, locale }: Pick<SheetFacts, 'brand' | 'locale'>,
): void {
  const width = sheet.width - QR - 2 * PAD - QUIET;
  const line = (text: string, lines: number, size: number, font: string) => {
    document.font(font).fontSize(size).fillColor('black');
    const height = lines * document.currentLineHeight(true) + 0.5;
    document.text(pdfText(text), left, document.y, { width, height, ellipsis: true });
  };
  document.y = top;
  line(label.name, 2, 8, pdfFont.bold);
  line(`${label.maker} ${label.model}`, 2, 6, pdfFont.text);
  line(label.serialNumber, 1, 6, pdfFont.text);
  document.y += 2;
  line(message(locale, 'labelScan'), 3, 6, pdfFont.text);
  line(label.code, 1, 7, pdfFont.bold);
  line(brand, 1, 6, pdfFont.text);
}
