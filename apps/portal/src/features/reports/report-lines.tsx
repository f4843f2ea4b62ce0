import type { ReportScope, VolumeLinePartsFragment } from '@platen/graphql-client';
import { type Column, DataTable, Empty, Sheet, TwoLines, useFormat } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { paths } from '../../shared/paths';
import type { VolumeReportData } from '../../shared/volumes/use-volume-report';
import { type ReportSearch, reportAddress, toIds } from './report-search';

type Line = VolumeLinePartsFragment;

/** The lines of a report, most pages first; each leads on to what it is made of. */
export function ReportLines({
  report,
  search,
}: {
  readonly report: VolumeReportData;
  readonly search: ReportSearch;
}) {
  const { t } = useTranslation();
  const { by = 'DEVICE' } = search;
  const columns = useLineColumns();
  const hrefOf = ({ key }: Line) => {
    // Machines without a department are nobody's report.
    if (key === null) return undefined;
    if (by === 'DEVICE') return `${paths.device(key)}?tab=volumes`;
    const of = by === 'MONTH' ? undefined : (by satisfies ReportScope);
    return reportAddress({ ...search, of, id: toIds([key]), by: 'DEVICE' });
  };
  const title = t('reports.lines', { by: t(`reports.by.${by}`).toLowerCase() });
  return (
    <Sheet flush title={title}>
      <DataTable
        caption={title}
        columns={columns}
        rows={report.lines}
        rowKey={({ key }) => key ?? ''}
        rowHref={hrefOf}
        instead={
          report.lines.length === 0 ? (
            <Empty title={t('reports.noLines.title')}>{t('reports.noLines.text')}</Empty>
          ) : undefined
        }
        count={t('reports.count', { shown: report.lines.length, count: report.lineCount })}
      />
    </Sheet>
  );
}

function useLineColumns(): readonly Column<Line>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const pages = (value: number | null) => (value === null ? t('volumes.gap') : format.number(value));
  const share = (value: number | null) =>
    value === null ? t('reports.notCounted') : format.percent(value * 100);
  return [
    {
      id: 'name',
      header: t('reports.column.name'),
      cell: ({ name, note }) => <TwoLines first={name ?? t('reports.noDepartment')} second={note} />,
      phone: 'title',
    },
    {
      id: 'pages',
      header: t('reports.column.pages'),
      cell: ({ sum }) => pages(sum),
      align: 'end',
      phone: 'corner',
    },
    { id: 'mono', header: t('volumes.mono'), cell: ({ monoSum }) => pages(monoSum), align: 'end' },
    { id: 'color', header: t('volumes.color'), cell: ({ colorSum }) => pages(colorSum), align: 'end' },
    {
      id: 'duplex',
      header: t('reports.column.duplex'),
      cell: ({ duplexShare }) => share(duplexShare),
      align: 'end',
    },
    { id: 'a3', header: t('reports.column.a3'), cell: ({ a3Share }) => share(a3Share), align: 'end' },
    {
      id: 'gaps',
      header: t('reports.column.gaps'),
      cell: ({ total }) => format.number(total.filter((month) => month === null).length),
      align: 'end',
      phone: 'hidden',
    },
  ];
}
