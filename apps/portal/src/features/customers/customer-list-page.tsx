import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { CustomersDocument, type CustomersQuery } from '@platen/graphql-client';
import { type Column, FilterBar, StatePill, TwoLines } from '@platen/ui';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { nextCursor, nodesOf } from '../../shared/connection';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { ListSearch, SearchedList } from '../../shared/searched-list';
import { pageSize, useMore } from '../../shared/use-pages';
import { useSearchText } from '../../shared/use-search-text';
import { useRight } from '../../shared/viewer';

type Customer = CustomersQuery['customers']['edges'][number]['node'];

const route = getRouteApi('/in/console/customers');

/** The provider's customers of the viewer's branch: the beginning of the console. */
export function CustomerListPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const { search } = route.useSearch();
  const { data, previousData, error, refetch, fetchMore } = useQuery(CustomersDocument, {
    variables: { first: pageSize, search: search ?? null },
    fetchPolicy: 'cache-and-network',
  });
  const list = (data ?? previousData)?.customers;
  const rows = nodesOf(list);
  const more = useMore(nextCursor(list), fetchMore);
  const show = useCallback(
    (text: string) => router.history.replace(paths.customers({ search: text })),
    [router],
  );
  const mayRegister = useRight('customer:manage');
  const [text, setText] = useSearchText(search ?? '', show);
  const columns = useMemo(
    (): Column<Customer>[] => [
      {
        id: 'name',
        header: t('customers.column.name'),
        cell: ({ name, number, suspendedAt }) => (
          <TwoLines
            first={name}
            second={t('customers.number', { number })}
            end={
              suspendedAt && (
                <StatePill tone="warn" icon="warning">
                  {t('customers.suspended')}
                </StatePill>
              )
            }
          />
        ),
        phone: 'title',
      },
      {
        id: 'branch',
        header: t('customers.column.branch'),
        cell: ({ branch }) => `${branch.name} (${branch.code})`,
      },
    ],
    [t],
  );
  return (
    <Page
      title={t('customers.title')}
      crumbs={[{ label: t('nav.console') }, { label: t('customers.title') }]}
      say={list && list.totalCount !== null && t('customers.say', { count: list.totalCount })}
    >
      <FilterBar label={t('list.filters')}>
        <ListSearch label={t('customers.filter.search')} text={text} onType={setText} />
        {mayRegister && (
          <Button onClick={() => router.history.push(paths.newCustomer())}>{t('customers.new.title')}</Button>
        )}
      </FilterBar>
      <SearchedList
        caption={t('customers.title')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => paths.customer(id)}
        more={more}
        search={search}
        error={error}
        empty={{ title: t('customers.empty.title'), text: t('customers.empty.text') }}
        noResults={{ title: t('customers.noResults.title'), text: t('customers.noResults.text') }}
        onRetry={() => void refetch()}
        onClear={() => show('')}
      />
    </Page>
  );
}
