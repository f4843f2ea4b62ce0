import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { type MeterCaseRowFragment, MeterCasesDocument } from '@platen/graphql-client';
import {
  Age,
  type Column,
  DataTable,
  Done,
  Empty,
  NoResults,
  Sheet,
  Stack,
  TwoLines,
  useFormat,
} from '@platen/ui';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nextCursor, nodesOf } from '../../shared/connection';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { ProblemState } from '../../shared/problem-state';
import { caseWords } from '../../shared/readings/case-words';
import { pageSize, useMore } from '../../shared/use-pages';
import { CaseFilters } from './case-filters';
import { type CaseSearch, caseFilterOf } from './case-search';
import { DecideCase } from './decide-case';

const route = getRouteApi('/in/console/meter-cases');

/** Odd counter values that wait for a decision, the oldest first. */
export function MeterCasesPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const search = route.useSearch();
  const [decided, setDecided] = useState('');
  const columns = useColumns();
  const filter = useMemo(() => caseFilterOf(search), [search]);
  const { data, previousData, error, refetch, fetchMore } = useQuery(MeterCasesDocument, {
    variables: { first: pageSize, filter },
    fetchPolicy: 'cache-and-network',
  });
  const list = (data ?? previousData)?.meterCases;
  const rows = nodesOf(list);
  const more = useMore(nextCursor(list), fetchMore);
  const opened = rows?.find(({ id }) => id === search.case);
  const show = (next: CaseSearch) => router.history.replace(paths.meterCases(next));
  const back = { ...search, case: undefined };
  const instead = () => {
    if (error && !rows) return <ProblemState error={error} onRetry={() => void refetch()} />;
    if (rows?.length !== 0) return undefined;
    if (!search.customer && !search.kind && !search.days)
      return <Empty title={t('meterCases.empty.title')}>{t('meterCases.empty.text')}</Empty>;
    const clear = (
      <Button variant="default" onClick={() => show({})}>
        {t('list.clear')}
      </Button>
    );
    return <NoResults title={t('meterCases.noResults')} action={clear} />;
  };
  return (
    <Page
      title={t('meterCases.title')}
      crumbs={[{ label: t('nav.console') }, { label: t('meterCases.title') }]}
      say={t('meterCases.say')}
    >
      <Stack>
        {decided && <Done>{t('meterCases.decided', { machine: decided })}</Done>}
        {opened && (
          <DecideCase
            key={opened.id}
            found={opened}
            back={paths.meterCases(back)}
            onDecided={async (machine) => {
              await refetch();
              setDecided(machine);
              show(back);
            }}
          />
        )}
        <section aria-label={t('meterCases.title')}>
          <CaseFilters search={search} onChange={show} />
          <Sheet flush>
            <DataTable
              caption={t('meterCases.title')}
              columns={columns}
              rows={error && !rows ? [] : rows}
              rowKey={({ id }) => id}
              rowHref={({ id }) => paths.meterCases({ ...search, case: id })}
              instead={instead()}
              more={more}
            />
          </Sheet>
        </section>
      </Stack>
    </Page>
  );
}

function useColumns(): readonly Column<MeterCaseRowFragment>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'machine',
        header: t('meterCases.column.machine'),
        cell: ({ device }) =>
          device ? (
            <TwoLines first={device.name} second={device.serialNumber} />
          ) : (
            t('meterCases.hiddenMachine')
          ),
        phone: 'title',
      },
      {
        id: 'happened',
        header: t('meterCases.column.happened'),
        cell: (row) => caseWords(row, t, format),
        phone: 'plain',
      },
      {
        id: 'customer',
        header: t('meterCases.column.customer'),
        cell: ({ customer, device }) => <TwoLines first={customer?.name} second={device?.site?.name} plain />,
        phone: 'left',
      },
      {
        id: 'age',
        header: t('meterCases.column.age'),
        cell: ({ openedAt }) => <Age at={openedAt} />,
        phone: 'right',
      },
    ],
    [t, format],
  );
}
