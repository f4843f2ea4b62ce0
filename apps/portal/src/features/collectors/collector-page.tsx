import { useQuery } from '@apollo/client/react';
import { CollectorDocument, type CollectorQuery } from '@platen/graphql-client';
import { Empty, Facts, Note, Sheet, SheetBody, Stack, useFormat } from '@platen/ui';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { ProblemState } from '../../shared/problem-state';
import { ChangeCollector } from './change-collector';
import { CollectorAccess } from './collector-access';
import { CollectorRound } from './collector-round';
import { CollectorStatePill } from './collector-state';

const route = getRouteApi('/in/collectors/$collectorId');

export type CollectorDetail = NonNullable<CollectorQuery['collector']>;

/** One collector: how it is, how it gets in, what failed, what it reads. */
export function CollectorPage() {
  const { t } = useTranslation();
  const { collectorId } = route.useParams();
  const { data, error, refetch } = useQuery(CollectorDocument, {
    variables: { id: collectorId },
    fetchPolicy: 'cache-and-network',
    pollInterval: 30_000,
  });
  const collector = data?.collector;
  const crumbs = [
    { label: t('nav.administration') },
    { label: t('collectors.title'), href: paths.collectors() },
  ];
  if (!collector)
    return (
      <Page title={t('collectors.one')} crumbs={crumbs}>
        <Sheet>
          {error && <ProblemState error={error} onRetry={() => void refetch()} />}
          {!error && collector === null && (
            <Empty title={t('collectors.notFound.title')}>{t('collectors.notFound.text')}</Empty>
          )}
        </Sheet>
      </Page>
    );
  return (
    <Page title={collector.name} crumbs={[...crumbs, { label: collector.name }]}>
      <Stack>
        <State collector={collector} />
        <CollectorAccess key={collector.id} collector={collector} onChange={() => void refetch()} />
        <CollectorRound collector={collector} />
        <ChangeCollector key={`settings ${collector.id}`} collector={collector} />
      </Stack>
    </Page>
  );
}

function State({ collector }: { readonly collector: CollectorDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { report, lastReportAt, site, state } = collector;
  const facts: [string, React.ReactNode][] = [
    [t('collectors.column.state'), <CollectorStatePill key="state" collector={collector} />],
    [t('collectors.field.site'), site?.name ?? '–'],
    [t('collectors.column.last'), lastReportAt ? format.ago(lastReportAt) : t('collectors.never')],
  ];
  if (report)
    facts.push(
      [t('collectors.column.version'), report.version],
      [t('collectors.fact.requests'), format.number(report.requests + report.packets)],
      [
        t('collectors.fact.spool'),
        report.spoolBytes === 0
          ? t('collectors.bytesNone')
          : t('collectors.bytes', { count: Math.ceil(report.spoolBytes / 1024) }),
      ],
    );
  return (
    <Sheet title={t('collectors.stateTitle')}>
      <SheetBody>
        {state === 'SILENT' && <Note>{t('collectors.note.silent')}</Note>}
        {report?.isClockOff && (
          <Note>
            {t('collectors.note.clock', { count: Math.round(Math.abs(report.clockOffsetSeconds) / 60) })}
          </Note>
        )}
        {report?.isOutdated && <Note>{t('collectors.note.outdated')}</Note>}
        <Facts facts={facts} />
      </SheetBody>
    </Sheet>
  );
}
