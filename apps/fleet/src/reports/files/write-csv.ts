import { csvText } from '@platen/platform';
import type { ReportTable } from './report-table';

/** The table alone, header first: programs read it too, so no title stands above it and no note below. */
export function writeCsv({ columns, rows }: ReportTable): Buffer {
  return Buffer.from(csvText([columns.map(({ header }) => header), ...rows]));
}
