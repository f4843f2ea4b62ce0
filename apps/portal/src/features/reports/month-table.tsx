import { type Column, DataTable, Sheet, useFormat } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import type { VolumeReportData } from '../../shared/volumes/use-volume-report';

interface MonthRow {
  readonly month: string;
  readonly total: number | null;
  readonly mono: number | null;
  readonly color: number | null;
  readonly devices: number;
}

/** The months as a table, newest first; a gap is a word, never a zero. */
export function MonthTable({ report }: { readonly report: Pick<VolumeReportData, 'months' | 'total'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { months, total } = report;
  const rows = months.map((month, at) => ({
    month,
    total: total.total[at] ?? null,
    mono: total.mono[at] ?? null,
    color: total.color[at] ?? null,
    devices: total.devices[at] ?? 0,
  }));
  const pages = (value: number | null) => (value === null ? t('volumes.gap') : format.number(value));
  const columns: readonly Column<MonthRow>[] = [
    {
      id: 'month',
      header: t('reports.column.month'),
      cell: ({ month }) => <b>{format.month(month)}</b>,
      phone: 'title',
    },
    {
      id: 'total',
      header: t('reports.column.pages'),
      cell: (row) => pages(row.total),
      align: 'end',
      phone: 'corner',
    },
    { id: 'mono', header: t('volumes.mono'), cell: (row) => pages(row.mono), align: 'end' },
    { id: 'color', header: t('volumes.color'), cell: (row) => pages(row.color), align: 'end' },
    {
      id: 'read',
      header: t('reports.column.read'),
      cell: ({ devices }) => format.number(devices),
      align: 'end',
    },
  ];
  return (
    <Sheet flush title={t('reports.table')}>
      <DataTable
        caption={t('reports.table')}
        columns={columns}
        rows={[...rows].reverse()}
        rowKey={({ month }) => month}
      />
    </Sheet>
  );
}
