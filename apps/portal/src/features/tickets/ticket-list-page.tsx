import { useQuery } from '@apollo/client/react';
import { TicketsDocument } from '@platen/graphql-client';
import { DataTable, Empty, Sheet } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { nextCursor, nodesOf } from '../../shared/connection';
import { Page } from '../../shared/page';
import { ProblemState } from '../../shared/problem-state';
import { useTicketColumns } from '../../shared/ticket-columns';
import { pageSize, useMore } from '../../shared/use-pages';
import { useRight } from '../../shared/viewer';

/** All visible service requests, past ones included (R44). */
export function TicketListPage() {
  const { t } = useTranslation();
  const withDevices = useRight('device:read');
  const columns = useTicketColumns({ withDevice: withDevices });
  const { data, error, refetch, fetchMore } = useQuery(TicketsDocument, {
    variables: { first: pageSize, filter: {}, withDevices },
    fetchPolicy: 'cache-and-network',
  });
  const list = data?.tickets;
  const rows = nodesOf(list);
  const more = useMore(nextCursor(list), fetchMore);
  const instead = () => {
    if (error && !rows) return <ProblemState error={error} onRetry={() => void refetch()} />;
    return rows?.length === 0 && <Empty title={t('tickets.empty.title')}>{t('tickets.empty.text')}</Empty>;
  };
  return (
    <Page
      title={t('tickets.title')}
      crumbs={[{ label: t('tickets.title') }]}
      say={list && list.totalCount !== null && t('tickets.say', { count: list.totalCount })}
    >
      <Sheet flush>
        <DataTable
          caption={t('tickets.title')}
          columns={columns}
          rows={error && !rows ? [] : rows}
          rowKey={({ id }) => id}
          instead={instead()}
          more={more}
        />
      </Sheet>
    </Page>
  );
}
