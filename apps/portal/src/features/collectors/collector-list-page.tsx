import { useQuery } from '@apollo/client/react';
import { type CollectorRowFragment, CollectorsDocument } from '@platen/graphql-client';
import { Age, type Column, DataTable, Empty, PageTabs, Sheet, Stack, TwoLines, useFormat } from '@platen/ui';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../shared/button-link';
import { nextCursor, nodesOf } from '../../shared/connection';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { ProblemState } from '../../shared/problem-state';
import { pageSize, useMore } from '../../shared/use-pages';
import { useViewer } from '../../shared/viewer';
import { collectorStates } from './collector-list-search';
import { CollectorStatePill } from './collector-state';

const route = getRouteApi('/in/collectors');

/** The programs that read machines: who is at work, who is silent, what fails (R65). */
export function CollectorListPage() {
  const { t } = useTranslation();
  const { state } = route.useSearch();
  const columns = useColumns();
  const { data, error, refetch, fetchMore } = useQuery(CollectorsDocument, {
    variables: { first: pageSize, filter: { state: state ?? null, search: null } },
    fetchPolicy: 'cache-and-network',
  });
  const rows = nodesOf(data?.collectors);
  const more = useMore(nextCursor(data?.collectors), fetchMore);
  const add = <ButtonLink href={paths.newCollector()}>{t('collectors.add')}</ButtonLink>;
  const instead = () => {
    if (error && !rows) return <ProblemState error={error} onRetry={() => void refetch()} />;
    if (rows?.length !== 0) return undefined;
    if (state) return <Empty title={t('collectors.none.title')}>{t('collectors.none.text')}</Empty>;
    return (
      <Empty title={t('collectors.empty.title')} action={add}>
        {t('collectors.empty.text')}
      </Empty>
    );
  };
  return (
    <Page
      title={t('collectors.title')}
      crumbs={[{ label: t('nav.administration') }, { label: t('collectors.title') }]}
      say={t('collectors.say')}
      actions={rows && rows.length > 0 && add}
    >
      <Stack>
        <PageTabs
          label={t('collectors.filter')}
          tabs={[
            { href: paths.collectors(), label: t('collectors.all'), current: state === undefined },
            ...collectorStates.map((one) => ({
              href: paths.collectors({ state: one }),
              label: t(`collectors.state.${one}`),
              current: state === one,
            })),
          ]}
        />
        <Sheet flush>
          <DataTable
            caption={t('collectors.title')}
            columns={columns}
            rows={error && !rows ? [] : rows}
            rowKey={({ id }) => id}
            rowHref={({ id }) => paths.collector(id)}
            instead={instead()}
            more={more}
          />
        </Sheet>
        <p>{t('collectors.byHand')}</p>
      </Stack>
    </Page>
  );
}

function useColumns(): readonly Column<CollectorRowFragment>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const isStaff = useViewer().kind === 'STAFF';
  return [
    {
      id: 'name',
      header: t('collectors.column.name'),
      cell: ({ name, site, customer }) => (
        <TwoLines first={name} second={[isStaff && customer?.name, site?.name].filter(Boolean).join(' · ')} />
      ),
      phone: 'title',
    },
    {
      id: 'state',
      header: t('collectors.column.state'),
      cell: (collector) => <CollectorStatePill collector={collector} />,
      phone: 'corner',
    },
    {
      id: 'last',
      header: t('collectors.column.last'),
      cell: ({ lastReportAt }) => (lastReportAt ? <Age at={lastReportAt} /> : t('collectors.never')),
    },
    {
      id: 'machines',
      header: t('collectors.column.machines'),
      cell: ({ report }) =>
        report
          ? t('collectors.read', {
              read: format.number(report.devicesReached),
              all: format.number(report.devicesReached + report.devicesFailed),
            })
          : '–',
    },
    { id: 'version', header: t('collectors.column.version'), cell: ({ report }) => report?.version ?? '–' },
  ];
}
