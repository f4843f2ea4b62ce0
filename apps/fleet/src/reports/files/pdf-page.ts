import type PDFDocument from 'pdfkit';

export type PdfPage = InstanceType<typeof PDFDocument>;

/** Points on every side of a page. */
export const margin = 40;
export const ink = '#1f2933';
export const muted = '#52606d';
export const hairline = '#d9d4c9';
/** The second tone of charts: colour pages. Saturated colours are toner's. */
export const secondTone = '#a9b1ba';

/**
 * Text for a standard font: what it cannot draw becomes a question mark rather than another letter; control
 * characters and marks that turn the direction of text are gone.
 * @see Windows-1252, the encoding of PDF's standard fonts
 */
export function pdfText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\u202f\u00a0]/g, ' ')
    .replace(UNDRAWABLE, '?');
}

const UNDRAWABLE =
  /[^\u0020-\u007e\u00a1-\u00ff\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]/gu;
