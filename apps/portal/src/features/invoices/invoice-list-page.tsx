import { useQuery } from '@apollo/client/react';
import { InvoicesDocument, type InvoicesQuery, type InvoiceStatus } from '@platen/graphql-client';
import {
  type Column,
  DataTable,
  Empty,
  type IconName,
  Sheet,
  StatePill,
  type Tone,
  useFormat,
} from '@platen/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { nextCursor, nodesOf } from '../../shared/connection';
import { Page } from '../../shared/page';
import { ProblemState } from '../../shared/problem-state';
import { pageSize, useMore } from '../../shared/use-pages';

type Invoice = NonNullable<InvoicesQuery['invoices']>['edges'][number]['node'];

const looks: Readonly<Record<InvoiceStatus, { tone: Tone; icon?: IconName }>> = {
  ISSUED: { tone: 'plain' },
  PAID: { tone: 'ok', icon: 'check' },
  OVERDUE: { tone: 'warn', icon: 'warning' },
  CANCELLED: { tone: 'plain', icon: 'close' },
};

/** Current and past invoices (S4). */
export function InvoiceListPage() {
  const { t } = useTranslation();
  const columns = useInvoiceColumns();
  const { data, error, refetch, fetchMore } = useQuery(InvoicesDocument, {
    variables: { first: pageSize },
    fetchPolicy: 'cache-and-network',
  });
  const list = data?.invoices;
  const rows = nodesOf(list);
  const more = useMore(nextCursor(list), fetchMore);
  const instead = () => {
    if (error && !rows) return <ProblemState error={error} onRetry={() => void refetch()} />;
    return rows?.length === 0 && <Empty title={t('invoices.empty.title')}>{t('invoices.empty.text')}</Empty>;
  };
  return (
    <Page
      title={t('invoices.title')}
      crumbs={[{ label: t('invoices.title') }]}
      say={list && list.totalCount !== null && t('invoices.say', { count: list.totalCount })}
    >
      <Sheet flush>
        <DataTable
          caption={t('invoices.title')}
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

function useInvoiceColumns(): readonly Column<Invoice>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      { id: 'number', header: t('invoices.column.number'), cell: ({ number }) => number, phone: 'title' },
      {
        id: 'issued',
        header: t('invoices.column.issued'),
        cell: ({ issuedOn }) => format.dayOfYear(issuedOn),
      },
      { id: 'due', header: t('invoices.column.due'), cell: ({ dueOn }) => format.dayOfYear(dueOn) },
      {
        id: 'status',
        header: t('invoices.column.status'),
        cell: ({ status }) => <StatePill {...looks[status]}>{t(`invoices.status.${status}`)}</StatePill>,
        phone: 'corner',
      },
      {
        id: 'total',
        header: t('invoices.column.total'),
        align: 'end',
        cell: ({ total }) => format.money(total.amount, total.currency),
      },
    ],
    [t, format],
  );
}
