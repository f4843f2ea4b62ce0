import type { Locale } from '@platen/contracts';
import type PDFDocument from 'pdfkit';

export type PdfPage = InstanceType<typeof PDFDocument>;

/** What a document is, for its reader and for programs that read it aloud. */
export interface PdfFacts {
  readonly title: string;
  readonly author: string;
  readonly locale: Locale;
  readonly layout?: 'portrait' | 'landscape';
  /** points on every side */
  readonly margin: number;
}

/** The fonts that every document has: the portal's own, in two weights. */
export const pdfFont = { text: 'text', bold: 'bold' } as const;

const FILES = {
  text: '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  bold: '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
} as const;

/**
 * Begins a document on A4. Its fonts are part of it, so that names are drawn in Latin, Greek and Cyrillic letters of
 * whatever language; PDF's own fonts stop at Western Europe. Only the letters that are used are stored.
 * @returns the document to draw on, and what ends it and gives its bytes
 */
export async function startPdf({ title, author, locale, layout, margin }: PdfFacts): Promise<{
  document: PdfPage;
  finish: () => Promise<Buffer>;
}> {
  // Loaded by the first document: most processes never draw one.
  const { default: Document } = await import('pdfkit');
  const document = new Document({
    size: 'A4',
    layout: layout ?? 'portrait',
    margin,
    bufferPages: true,
    lang: locale,
    info: { Title: pdfText(title), Author: pdfText(author) },
  });
  for (const name of Object.values(pdfFont)) document.registerFont(name, require.resolve(FILES[name]));
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const written = new Promise<void>((resolve, reject) => document.once('end', resolve).once('error', reject));
  const finish = async (): Promise<Buffer> => {
    document.end();
    await written;
    return Buffer.concat(chunks);
  };
  return { document, finish };
}

/**
 * Text as it is drawn: composed letters, no control characters, no marks that turn the direction of text. A letter
 * that the font has not is an empty box, never another letter.
 */
export function pdfText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\u202f\u00a0]/g, ' ');
}
