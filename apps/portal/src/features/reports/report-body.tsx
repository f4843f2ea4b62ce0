import { useQuery } from '@apollo/client/react';
import { ReportBackgroundDocument } from '@platen/graphql-client';
import { Empty, Note, Sheet, useFormat } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { VolumeChart } from '../../shared/volumes/volume-chart';
import type { VolumeReportData } from '../../shared/volumes/use-volume-report';
import { MonthTable } from './month-table';
import { ReportBackground } from './report-background';
import { ReportFiles } from './report-files';
import { ReportLines } from './report-lines';
import { type ReportSearch, reportInput } from './report-search';

/** The chart, the table beside it, the files of it, and what stands behind the figures. */
export function ReportBody({
  report,
  search,
}: {
  readonly report: VolumeReportData;
  readonly search: ReportSearch;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const input = reportInput(search);
  const { data } = useQuery(ReportBackgroundDocument, { variables: { input } });
  const background = data?.volumeReport?.__typename === 'VolumeReport' ? data.volumeReport : undefined;
  const partly = (background?.coverage.months ?? []).filter(({ read, expected }) => read < expected);
  const gaps = partly.filter(({ month }) => month !== report.runningMonth);
  if (report.total.sum === null) {
    return (
      <Sheet>
        <Empty title={t('reports.empty.title')}>{t('reports.empty.text')}</Empty>
      </Sheet>
    );
  }
  return (
    <>
      <Sheet title={t('reports.chart')} aside={<ReportFiles input={input} />}>
        <VolumeChart
          months={report.months}
          line={report.total}
          runningMonth={report.runningMonth}
          partly={gaps.map(({ month }) => month)}
        />
      </Sheet>
      {!report.whole && <Note>{t('reports.note.visible')}</Note>}
      {gaps.length > 0 && (
        <Note>
          {t('reports.note.gaps', { months: gaps.map(({ month }) => format.month(month)).join(', ') })}
        </Note>
      )}
      {(background?.coverage.neverRead ?? 0) > 0 && (
        <Note>{t('reports.note.neverRead', { count: background?.coverage.neverRead })}</Note>
      )}
      {search.by === 'MONTH' ? (
        <MonthTable report={report} />
      ) : (
        <ReportLines report={report} search={search} />
      )}
      {background && <ReportBackground background={background} />}
    </>
  );
}
