import { NotAllowed, Sheet, Stack, useFormat } from '@platen/ui';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/page';
import { ProblemState } from '../../shared/problem-state';
import { useRight } from '../../shared/viewer';
import { lastFullMonth } from '../../shared/volumes/months';
import { type VolumeReportData, useVolumeReport } from '../../shared/volumes/use-volume-report';
import { ReportBody } from './report-body';
import { ReportFilters } from './report-filters';
import { type ReportSearch, reportAddress, reportInput } from './report-search';
import { SavedReports } from './saved-reports';

const route = getRouteApi('/in/reports');

/** Print volumes by month, by what one likes (R66-R70). */
export function ReportPage() {
  const { t } = useTranslation();
  const allowed = useRight('report:read');
  const crumbs = [{ label: t('reports.title') }];
  if (allowed) return <Report />;
  return (
    <Page title={t('reports.title')} crumbs={crumbs}>
      <Sheet>
        <NotAllowed title={t('reports.notAllowed.title')}>{t('reports.notAllowed.text')}</NotAllowed>
      </Sheet>
    </Page>
  );
}

function Report() {
  const { t } = useTranslation();
  const router = useRouter();
  const search = route.useSearch();
  const input = reportInput(search);
  const { report, refusal, error, refetch } = useVolumeReport(input);
  const show = (next: ReportSearch) => router.history.replace(reportAddress(next));
  const withSaved = useRight('device:read');
  return (
    <Page
      title={t('reports.title')}
      crumbs={[{ label: t('reports.title') }]}
      about={report && report.names.length > 0 ? report.names.join(', ') : t('reports.about.all')}
      say={report && <ReportSentence report={report} />}
    >
      <Stack>
        <div className="no-print">
          <ReportFilters search={search} names={report?.names ?? []} onChange={show} />
        </div>
        {refusal && (
          <Sheet>
            <p role="alert">{refusal}</p>
          </Sheet>
        )}
        {error && !report && (
          <Sheet>
            <ProblemState error={error} onRetry={() => void refetch()} />
          </Sheet>
        )}
        {report && !refusal && <ReportBody report={report} search={search} />}
        {withSaved && (
          <div className="no-print">
            <SavedReports search={search} />
          </div>
        )}
      </Stack>
    </Page>
  );
}

/** "23,410 pages in October 2026, 4 % fewer than in September 2026." */
function ReportSentence({ report }: { readonly report: VolumeReportData }) {
  const { t } = useTranslation();
  const format = useFormat();
  const last = lastFullMonth(report.months, report.total.total, report.runningMonth);
  if (!last) return t(report.total.sum === null ? 'reports.say.nothing' : 'reports.say.gap');
  const { pages, month, previous, change } = last;
  const values = { count: pages, month: format.longMonth(month) };
  if (change === undefined || previous === undefined) return t('reports.say.pages', values);
  const compared = { ...values, percent: Math.abs(change), before: format.longMonth(previous) };
  if (change === 0) return t('reports.say.same', compared);
  return t(change > 0 ? 'reports.say.more' : 'reports.say.fewer', compared);
}
