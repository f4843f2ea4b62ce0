import { useQuery } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import { DevicesDocument, NavigationCountsDocument } from '@platen/graphql-client';
import { DataTable, Empty, NoResults, Sheet, useFormat } from '@platen/ui';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nextCursor, nodesOf } from '../../shared/connection';
import { fleetSentence } from '../../shared/fleet-sentence';
import { MissingMachines } from '../../shared/missing-machines';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { ProblemState } from '../../shared/problem-state';
import { pageSize, useMore } from '../../shared/use-pages';
import { useRight, useViewer } from '../../shared/viewer';
import { useListColumns } from './list-columns';
import { ChosenMachines } from './chosen-machines';
import { ColumnChoice, shownColumns } from './column-choice';
import { DeviceFilters } from './device-filters';
import { type DeviceListSearch, deviceListVariables, isFiltered } from './device-list-search';
import { DeviceViews } from './device-views';
import { useDeviceExport } from './use-device-export';

/** Most machines that one act takes. */
const mostChosen = 250;

const route = getRouteApi('/in/machines');

/** All machines the viewer may see: filtered, sorted and paged by the URL. */
export function DeviceListPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const router = useRouter();
  const search = route.useSearch();
  const withOrders = useRight('order:read');
  const isStaff = useViewer().kind === 'STAFF';
  const allColumns = useListColumns(isStaff);
  const columns = shownColumns(allColumns, search.hide);
  const mayChoose = useRight('equipment:manage');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const file = useDeviceExport(deviceListVariables(search).filter);
  const { data, previousData, error, refetch, fetchMore } = useQuery(DevicesDocument, {
    variables: { first: pageSize, ...deviceListVariables(search), withOrders, withCustomers: isStaff },
    fetchPolicy: 'cache-and-network',
  });
  // while a new filter is on its way the old rows stay, so that nothing jumps
  const list = (data ?? previousData)?.devices;
  const rows = nodesOf(list);
  const more = useMore(nextCursor(list), fetchMore);
  const show = (next: DeviceListSearch) => router.history.replace(paths.devices(next));

  const instead = () => {
    if (error && !rows) return <ProblemState error={error} onRetry={() => void refetch()} />;
    if (rows?.length !== 0) return undefined;
    return isFiltered(search) ? <NothingFound onClear={() => show({})} /> : <NoMachines />;
  };
  const count =
    rows && rows.length > 0 && list
      ? t('list.count', {
          shown: format.number(rows.length),
          total: format.number(list.totalCount ?? rows.length),
        })
      : undefined;

  return (
    <Page
      title={t('devices.title')}
      crumbs={[{ label: t('nav.products') }, { label: t('devices.title') }]}
      say={<ListSentence total={list?.totalCount ?? null} filtered={isFiltered(search)} />}
    >
      <DeviceFilters search={search} onChange={show} />
      <Group mb={16} gap={8}>
        <DeviceViews search={search} />
        <ColumnChoice
          columns={allColumns}
          hide={search.hide}
          onChange={(hide) => show({ ...search, hide })}
        />
        {file.button}
      </Group>
      {file.outcome}
      {mayChoose && chosen.size > 0 && (
        <ChosenMachines chosen={chosen} onClear={() => setChosen(new Set())} />
      )}
      <Sheet flush>
        <DataTable
          caption={t('devices.title')}
          columns={columns}
          rows={error && !rows ? [] : rows}
          rowKey={({ id }) => id}
          rowHref={({ id }) => paths.device(id)}
          selection={
            mayChoose
              ? {
                  chosen,
                  onChoose: (next) => setChosen(new Set([...next].slice(0, mostChosen))),
                  label: ({ name }) => t('devices.chosen.one', { name }),
                  allLabel: t('devices.chosen.all'),
                }
              : undefined
          }
          sorting={{
            by: search.sort ?? 'name',
            direction: search.sort === 'seen' ? 'descending' : 'ascending',
            onSort: (sort) => show({ ...search, sort: sort as DeviceListSearch['sort'] }),
          }}
          instead={instead()}
          more={more}
          count={count}
        />
      </Sheet>
      {rows && rows.length > 0 && <MissingMachines />}
    </Page>
  );
}

/** Is everything all right? Of the whole fleet; with a filter, how many machines it finds. */
function ListSentence({ total, filtered }: { readonly total: number | null; readonly filtered: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const withOrders = useRight('order:read');
  // the same question as the navigation's: answered by the cache
  const { data } = useQuery(NavigationCountsDocument, { variables: { withDevices: true, withOrders } });
  if (filtered) return total !== null && t('devices.sayFiltered', { count: total });
  if (!data?.fleetSummary) return undefined;
  const { verdict, details } = fleetSentence(data.fleetSummary, t, format);
  return (
    <>
      <b>{verdict}</b> {details.join(' ')}
    </>
  );
}

function NothingFound({ onClear }: { readonly onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <NoResults
      title={t('devices.noResults.title')}
      action={
        <Button variant="default" onClick={onClear}>
          {t('list.clear')}
        </Button>
      }
    >
      {t('devices.noResults.text')}
      <MissingMachines />
    </NoResults>
  );
}

function NoMachines() {
  const { t } = useTranslation();
  const mayAll = useRight('device:all');
  return (
    <Empty title={t('devices.empty.title')}>
      {mayAll ? t('devices.empty.admin') : t('devices.empty.text')}
      {mayAll && <MissingMachines />}
    </Empty>
  );
}
