import { useQuery } from '@apollo/client/react';
import { type ModelRowFragment, ModelsDocument } from '@platen/graphql-client';
import { type Column, FilterBar, Stack, TwoLines, useFormat } from '@platen/ui';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../shared/button-link';
import { nextCursor, nodesOf } from '../../shared/connection';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { RegisterTabs } from '../../shared/register-tabs';
import { ListSearch, SearchedList } from '../../shared/searched-list';
import { pageSize, useMore } from '../../shared/use-pages';
import { useSearchText } from '../../shared/use-search-text';

const route = getRouteApi('/in/console/models');

/** The branch's catalogue of models. */
export function ModelListPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const { search } = route.useSearch();
  const { data, previousData, error, refetch, fetchMore } = useQuery(ModelsDocument, {
    variables: { first: pageSize, search: search ?? null },
    fetchPolicy: 'cache-and-network',
  });
  const list = (data ?? previousData)?.deviceModels;
  const rows = nodesOf(list);
  const more = useMore(nextCursor(list), fetchMore);
  const show = useCallback(
    (text: string) => router.history.replace(paths.models({ search: text })),
    [router],
  );
  const [text, setText] = useSearchText(search ?? '', show);
  return (
    <Page
      title={t('models.title')}
      crumbs={[{ label: t('nav.console') }, { label: t('models.title') }]}
      say={t('models.say')}
      actions={<ButtonLink href={paths.newModel()}>{t('models.new')}</ButtonLink>}
    >
      <Stack>
        <RegisterTabs current="models" />
        <FilterBar label={t('list.filters')}>
          <ListSearch label={t('models.search')} text={text} onType={setText} />
        </FilterBar>
        <SearchedList
          caption={t('models.title')}
          columns={useModelColumns()}
          rows={rows}
          rowKey={({ id }) => id}
          rowHref={({ id }) => paths.model(id)}
          more={more}
          search={search}
          error={error}
          empty={{ title: t('models.empty.title'), text: t('models.empty.text') }}
          noResults={{ title: t('models.noResults.title'), text: t('models.noResults.text') }}
          onRetry={() => void refetch()}
          onClear={() => show('')}
        />
      </Stack>
    </Page>
  );
}

function useModelColumns(): readonly Column<ModelRowFragment>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const volume = ({ monthlyFrom, monthlyTo }: ModelRowFragment) =>
    monthlyFrom === null || monthlyTo === null
      ? t('models.notSaid')
      : t('models.range', { from: format.number(monthlyFrom), to: format.number(monthlyTo) });
  return [
    {
      id: 'model',
      header: t('models.column.model'),
      cell: ({ maker, model }) => <TwoLines first={model} second={maker} />,
      phone: 'title',
    },
    {
      id: 'can',
      header: t('models.column.can'),
      cell: ({ color, a3 }) =>
        t('models.can', {
          ink: t(color ? 'models.inColor' : 'models.inBlack'),
          paper: t(a3 ? 'models.upToA3' : 'models.upToA4'),
        }),
    },
    { id: 'volume', header: t('models.column.volume'), cell: volume, align: 'end', whole: true },
    {
      id: 'supplies',
      header: t('models.column.supplies'),
      cell: ({ slots }) => format.number(slots.length),
      align: 'end',
    },
    {
      id: 'machines',
      header: t('models.column.machines'),
      cell: ({ deviceCount }) => format.number(deviceCount),
      align: 'end',
    },
  ];
}
