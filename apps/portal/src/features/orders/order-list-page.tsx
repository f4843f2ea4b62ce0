import { useQuery } from '@apollo/client/react';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { OrdersDocument } from '@platen/graphql-client';
import { DataTable, Empty, FilterBar, Icon, NoResults, Sheet, useFormat } from '@platen/ui';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { nextCursor, nodesOf } from '../../shared/connection';
import { useOrderColumns } from '../../shared/order-columns';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { ProblemState } from '../../shared/problem-state';
import { pageSize, useMore } from '../../shared/use-pages';
import { useSearchText } from '../../shared/use-search-text';
import { useRight } from '../../shared/viewer';
import { type OrderListSearch, orderFilter, parseOrderListSearch, statusChoices } from './order-list-search';

const route = getRouteApi('/in/orders');

/** Every order of consumables with its status (R55), automatic ones included. */
export function OrderListPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const router = useRouter();
  const search = route.useSearch();
  const withDevices = useRight('device:read');
  const columns = useOrderColumns({ withDevice: withDevices });
  const { data, previousData, error, refetch, fetchMore } = useQuery(OrdersDocument, {
    variables: { first: pageSize, filter: orderFilter(search), withDevices },
    fetchPolicy: 'cache-and-network',
  });
  const list = (data ?? previousData)?.orders;
  const rows = nodesOf(list);
  const more = useMore(nextCursor(list), fetchMore);
  const filtered = Boolean(search.status || search.search);
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

function OrderFilters({
  search,
  onChange,
}: {
  readonly search: OrderListSearch;
  readonly onChange: (next: OrderListSearch) => void;
}) {
  const { t } = useTranslation();
  const toUrl = useCallback((text: string) => onChange({ ...search, search: text }), [onChange, search]);
  const [text, setText] = useSearchText(search.search ?? '', toUrl);
  return (
    <FilterBar label={t('list.filters')}>
      <TextInput
        label={t('orders.filter.search')}
        type="search"
        maxLength={100}
        leftSection={<Icon name="search" />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('orders.filter.status')}
        value={search.status ?? ''}
        onChange={(event) => onChange(parseOrderListSearch({ ...search, status: event.currentTarget.value }))}
        data={[
          { value: '', label: t('orders.filter.anyStatus') },
          ...statusChoices.map((choice) => ({
            value: choice,
            label: choice === 'underway' ? t('orders.filter.underWay') : t(`orders.status.${choice}`),
          })),
        ]}
      />
    </FilterBar>
  );
}
