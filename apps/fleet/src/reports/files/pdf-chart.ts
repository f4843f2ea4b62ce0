import type { Locale } from '@platen/contracts';
import { type PdfPage, pdfFont, pdfText } from '@platen/platform';
import { message } from '../../messages/message';
import { numberText } from './formats';
import { hairline, ink, margin, muted, secondTone } from './pdf-page';
import type { ReportTable } from './report-table';

const HEIGHT = 120;

/** The sum of each month as a bar: black-and-white below, colour above. A month without a reading stays empty. */
export function drawChart(document: PdfPage, { months, total }: ReportTable, locale: Locale): void {
  const highest = Math.max(0, ...total.total.map((value) => value ?? 0));
  if (highest === 0) return;
  const top = document.y + 14;
  const bottom = top + HEIGHT;
  const step = (document.page.width - 2 * margin) / months.length;
  const barWidth = Math.min(44, step * 0.6);
  const heightOf = (value: number) => (value / highest) * HEIGHT;

  document.lineWidth(0.5).strokeColor(hairline);
  document
    .moveTo(margin, bottom)
    .lineTo(document.page.width - margin, bottom)
    .stroke();
  months.forEach((month, at) => {
    const left = margin + at * step + (step - barWidth) / 2;
    const pages = total.total[at] ?? null;
    const color = Math.min(total.color[at] ?? 0, pages ?? 0);
    const cell = { width: step, align: 'center', lineBreak: false } as const;
    document.font(pdfFont.text).fontSize(7).fillColor(muted);
    if (months.length <= 18 || at % 3 === 0)
      document.text(pdfText(month), margin + at * step, bottom + 4, cell);
    if (pages === null) {
      document.text('–', margin + at * step, bottom - 10, cell);
      return;
    }
    const [whole, inColor] = [heightOf(pages), heightOf(color)];
    document.rect(left, bottom - whole + inColor, barWidth, whole - inColor).fill(ink);
    if (color > 0) document.rect(left, bottom - whole, barWidth, inColor).fill(secondTone);
    if (months.length <= 18) {
      document.fillColor(ink).text(numberText(pages, locale), margin + at * step, bottom - whole - 9, cell);
    }
  });
  const legend = `${message(locale, 'reportChartMono')}   ${message(locale, 'reportChartColor')}`;
  document
    .fontSize(8)
    .fillColor(muted)
    .text(pdfText(legend), margin, bottom + 18);
  document.moveDown(0.8);
}
