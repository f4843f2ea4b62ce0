import { useQuery } from '@apollo/client/react';
import { NativeSelect } from '@mantine/core';
import {
  type DeviceRowVerdict,
  type MachineListFragment,
  MachineListRowsDocument,
  type MachineListRowsQuery,
} from '@platen/graphql-client';
import { type Column, DataTable, Empty, FilterBar, Points, Sheet, StatePill } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nextCursor, nodesOf } from '../../shared/connection';
import { ProblemState } from '../../shared/problem-state';
import { pageSize, useMore } from '../../shared/use-pages';

type Row = NonNullable<MachineListRowsQuery['deviceImport']>['rows']['edges'][number]['node'];

const verdicts: readonly DeviceRowVerdict[] = ['REFUSED', 'NEW', 'CHANGES', 'SAME'];

/** Row by row what becomes of a list; those refused first, when there are any. */
export function ListRows({ list }: { readonly list: MachineListFragment }) {
  const { t } = useTranslation();
  const [verdict, setVerdict] = useState<DeviceRowVerdict | ''>(list.refusedRows > 0 ? 'REFUSED' : '');
  const { data, error, refetch, fetchMore } = useQuery(MachineListRowsDocument, {
    variables: { id: list.id, first: pageSize, verdict: verdict || null },
    fetchPolicy: 'cache-and-network',
  });
  const rows = nodesOf(data?.deviceImport?.rows);
  const more = useMore(nextCursor(data?.deviceImport?.rows), fetchMore);
  const instead = () => {
    if (error && !rows) return <ProblemState error={error} onRetry={() => void refetch()} />;
    return rows?.length === 0 ? <Empty title={t('register.list.noRows')}>{null}</Empty> : undefined;
  };
  return (
    <Sheet flush>
      <FilterBar label={t('list.filters')}>
        <NativeSelect
          label={t('register.list.verdict')}
          value={verdict}
          data={[
            { value: '', label: t('register.list.all') },
            ...verdicts.map((each) => ({ value: each, label: t(`register.verdict.${each}`) })),
          ]}
          onChange={({ currentTarget }) =>
            setVerdict(verdicts.find((each) => each === currentTarget.value) ?? '')
          }
        />
      </FilterBar>
      <DataTable
        caption={t('register.list.rows')}
        columns={useRowColumns()}
        rows={error && !rows ? [] : rows}
        rowKey={({ line }) => String(line)}
        instead={instead()}
        more={more}
      />
    </Sheet>
  );
}

function useRowColumns(): readonly Column<Row>[] {
  const { t } = useTranslation();
  return [
    { id: 'line', header: t('register.list.line'), cell: ({ line }) => line, phone: 'corner' },
    {
      id: 'serial',
      header: t('register.field.serialNumber'),
      cell: ({ serialNumber }) => <b>{serialNumber}</b>,
      phone: 'title',
    },
    { id: 'name', header: t('register.field.name'), cell: ({ name }) => name },
    { id: 'site', header: t('register.field.siteId'), cell: ({ site }) => site },
    {
      id: 'verdict',
      header: t('register.list.verdict'),
      cell: ({ verdict, problems }) => (
        <>
          <StatePill
            tone={verdict === 'REFUSED' ? 'warn' : 'ok'}
            icon={verdict === 'REFUSED' ? 'warning' : 'check'}
          >
            {t(`register.verdict.${verdict}`)}
          </StatePill>
          {problems.length > 0 && (
            <Points
              points={problems.map(({ column, message }) => ({
                key: `${column} ${message}`,
                text: t('register.list.problemAt', { column, message }),
              }))}
            />
          )}
        </>
      ),
      phone: 'plain',
    },
  ];
}
