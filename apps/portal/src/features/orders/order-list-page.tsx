import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { OrdersDocument } from '@platen/graphql-client';
import { DataTable, Empty, NoResults, Sheet, useFormat } from '@platen/ui';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../shared/button-link';
import { nextCursor, nodesOf } from '../../shared/connection';
import { useOrderColumns } from '../../shared/order-columns';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { ProblemState } from '../../shared/problem-state';
import { pageSize, useMore } from '../../shared/use-pages';
import { useRight } from '../../shared/viewer';
import { OrderFilters } from './order-filters';
import { isNarrowed, type OrderListSearch, orderFilter } from './order-list-search';

const route = getRouteApi('/in/orders');

/** Every order of consumables with its status (R55), automatic ones included. */
export function OrderListPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const router = useRouter();
  const search = route.useSearch();
  const withDevices = useRight('device:read');
  const withCustomer = useRight('customer:read');
  const mayOrder = useRight('order:place');
  const columns = useOrderColumns({ withDevice: withDevices, withCustomer });
  const { data, previousData, error, refetch, fetchMore } = useQuery(OrdersDocument, {
    variables: { first: pageSize, filter: orderFilter(search), withDevices, withCustomer },
    fetchPolicy: 'cache-and-network',
  });
  const list = (data ?? previousData)?.orders;
  const rows = nodesOf(list);
  const more = useMore(nextCursor(list), fetchMore);
  const filtered = isNarrowed(search);
  const show = useCallback((next: OrderListSearch) => router.history.replace(paths.orders(next)), [router]);

  const instead = () => {
    if (error && !rows) return <ProblemState error={error} onRetry={() => void refetch()} />;
    if (rows?.length !== 0) return undefined;
    if (!filtered) return <Empty title={t('orders.empty.title')}>{t('orders.empty.text')}</Empty>;
    return (
      <NoResults
        title={t('orders.noResults.title')}
        action={
          <Button variant="default" onClick={() => show({})}>
            {t('list.clear')}
          </Button>
        }
      >
        {t('orders.noResults.text')}
      </NoResults>
    );
  };

  return (
    <Page
      title={t('orders.title')}
      crumbs={[{ label: t('nav.orders') }, { label: t('orders.title') }]}
      actions={mayOrder && <ButtonLink href={paths.newOrder()}>{t('newOrder.open')}</ButtonLink>}
      say={
        list &&
        list.totalCount !== null &&
        t(filtered ? 'orders.sayFiltered' : 'orders.sayAll', { count: list.totalCount })
      }
    >
      <OrderFilters search={search} onChange={show} />
      <Sheet flush>
        <DataTable
          caption={t('orders.title')}
          columns={columns}
          rows={error && !rows ? [] : rows}
          rowKey={({ id }) => id}
          rowHref={({ id }) => paths.order(id)}
          instead={instead()}
          more={more}
          count={
            rows && rows.length > 0 && list
              ? t('list.count', {
                  shown: format.number(rows.length),
                  total: format.number(list.totalCount ?? rows.length),
                })
              : undefined
          }
        />
      </Sheet>
    </Page>
  );
}
