import type { Locale } from '@platen/contracts';
import { message } from '../../messages/message';
import type { VolumeReport } from '../volume-report.service';
import { instantText } from './formats';
import { reportTable } from './report-table';
import { writeCsv } from './write-csv';
import { type PdfBrand, writePdf } from './write-pdf';
import { writeXlsx } from './write-xlsx';

export const reportFormats = ['CSV', 'XLSX', 'PDF'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** How far a file is. A long report is written by a job. */
export const reportFileStates = ['WAITING', 'READING', 'WRITING', 'READY', 'FAILED'] as const;
export type ReportFileState = (typeof reportFileStates)[number];

export const contentTypes: Readonly<Record<ReportFormat, string>> = {
  CSV: 'text/csv',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  PDF: 'application/pdf',
};

/** Most lines of one file; on paper nobody reads more, and the spreadsheet has them. */
export const mostLines: Readonly<Record<ReportFormat, number>> = { CSV: 200_000, XLSX: 50_000, PDF: 2000 };

/** Lines times months from which a file is left to a job. */
export const LONG_REPORT = 20_000;

/** Whose file it is and when it was made, for the formats that show it. */
export interface FileFrame {
  readonly title: string;
  readonly locale: Locale;
  readonly brand: PdfBrand;
  readonly madeAt: Date;
  readonly timeZone: string;
}

/** Writes a report in a format. */
export async function writeReport(
  report: VolumeReport,
  format: ReportFormat,
  { title, locale, brand, madeAt, timeZone }: FileFrame,
): Promise<Buffer> {
  const table = reportTable(report, title, locale);
  if (format === 'CSV') return writeCsv(table);
  if (format === 'XLSX') return writeXlsx(table);
  return writePdf(table, brand, instantText(madeAt, timeZone, locale), locale);
}

/** 'Print volumes by location' */
export function titleOf(by: VolumeReport['query']['by'], locale: Locale): string {
  return message(locale, TITLES[by]);
}

const TITLES = {
  MONTH: 'reportTitle',
  DEVICE: 'reportTitleDevices',
  GROUP: 'reportTitleGroups',
  SITE: 'reportTitleSites',
  DEPARTMENT: 'reportTitleDepartments',
} as const;

/** A file's name on the reader's disk: letters, digits and hyphens. */
export function fileName(title: string, format: ReportFormat, createdAt: Date): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${words || 'report'}-${createdAt.toISOString().slice(0, 10)}.${format.toLowerCase()}`;
}
