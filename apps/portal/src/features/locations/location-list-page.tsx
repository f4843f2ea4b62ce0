import { useQuery } from '@apollo/client/react';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { type LocationRowFragment, LocationsDocument } from '@platen/graphql-client';
import {
  type Column,
  DataTable,
  Empty,
  FilterBar,
  Icon,
  NoResults,
  Sheet,
  TwoLines,
  useFormat,
} from '@platen/ui';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../shared/button-link';
import { nextCursor, nodesOf } from '../../shared/connection';
import { CustomerChoice } from '../../shared/customer-choice';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { ProblemState } from '../../shared/problem-state';
import { pageSize, useMore } from '../../shared/use-pages';
import { useSearchText } from '../../shared/use-search-text';
import type { LocationSearch } from './location-search';
import { useMayManageLocations } from './use-may-manage-locations';

const route = getRouteApi('/in/locations');

/** Where machines stand and deliveries arrive; for staff those of their branch. */
export function LocationListPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const asked = route.useSearch();
  const mayManage = useMayManageLocations();
  const columns = useLocationColumns();
  const { data, previousData, error, refetch, fetchMore } = useQuery(LocationsDocument, {
    variables: {
      first: pageSize,
      filter: {
        search: asked.search ?? null,
        customerId: asked.customer ?? null,
        closed: asked.closed === 'yes',
      },
    },
    fetchPolicy: 'cache-and-network',
  });
  const list = (data ?? previousData)?.sites;
  const rows = nodesOf(list);
  const more = useMore(nextCursor(list), fetchMore);
  const show = useCallback((next: LocationSearch) => router.history.replace(paths.locations(next)), [router]);
  const showText = useCallback((search: string) => show({ ...asked, search }), [asked, show]);
  const [text, setText] = useSearchText(asked.search ?? '', showText);
  const instead = () => {
    if (error && !rows) return <ProblemState error={error} onRetry={() => void refetch()} />;
    if (rows?.length !== 0) return undefined;
    if (!asked.search && !asked.customer && !asked.closed)
      return <Empty title={t('locations.empty.title')}>{t('locations.empty.text')}</Empty>;
    const clear = (
      <Button variant="default" onClick={() => show({})}>
        {t('list.clear')}
      </Button>
    );
    return (
      <NoResults title={t('locations.noResults.title')} action={clear}>
        {t('locations.noResults.text')}
      </NoResults>
    );
  };
  return (
    <Page
      title={t('locations.title')}
      crumbs={[{ label: t('nav.products') }, { label: t('locations.title') }]}
      say={t('locations.say')}
      actions={
        mayManage && (
          <ButtonLink href={paths.newLocation({ customer: asked.customer })}>
            {t('locations.new.title')}
          </ButtonLink>
        )
      }
    >
      <FilterBar label={t('list.filters')}>
        <TextInput
          label={t('locations.filter.search')}
          type="search"
          maxLength={100}
          leftSection={<Icon name="search" />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <CustomerChoice
          label={t('locations.filter.customer')}
          any={t('locations.filter.anyCustomer')}
          value={asked.customer ?? ''}
          onChange={(customer) => show({ ...asked, customer })}
        />
        <Checkbox
          label={t('locations.filter.closed')}
          checked={asked.closed === 'yes'}
          onChange={({ currentTarget }) =>
            show({ ...asked, closed: currentTarget.checked ? 'yes' : undefined })
          }
        />
      </FilterBar>
      <Sheet flush>
        <DataTable
          caption={t('locations.title')}
          columns={columns}
          rows={error && !rows ? [] : rows}
          rowKey={({ id }) => id}
          rowHref={({ id }) => paths.location(id)}
          instead={instead()}
          more={more}
        />
      </Sheet>
    </Page>
  );
}

function useLocationColumns(): readonly Column<LocationRowFragment>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('locations.column.name'),
        cell: ({ name, street }) => <TwoLines first={name} second={street} />,
        phone: 'title',
      },
      {
        id: 'city',
        header: t('locations.column.city'),
        cell: ({ postalCode, city, country }) => `${postalCode} ${city} (${country})`,
      },
      {
        id: 'machines',
        header: t('locations.column.machines'),
        cell: ({ deviceCount }) => format.number(deviceCount),
        align: 'end',
      },
    ],
    [t, format],
  );
}
