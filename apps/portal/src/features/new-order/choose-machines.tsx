import { useQuery } from '@apollo/client/react';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type OrderMachinesQuery, OrderMachinesDocument, SitesDocument } from '@platen/graphql-client';
import { type Column, DataTable, FilterBar, Icon, NoResults, Sheet, TwoLines } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nodesOf } from '../../shared/connection';
import { ProblemState } from '../../shared/problem-state';
import { useSettled } from '../../shared/use-settled';

type Machine = NonNullable<OrderMachinesQuery['devices']>['edges'][number]['node'];

/** Machines found at a time; what is left out is found by typing more. */
const shown = 25;
/** Most locations that are offered. */
const offered = 100;

/** Finds the machines to order for: those that nobody watches, unless one is searched for. */
export function ChooseMachines({
  chosen,
  onChoose,
}: {
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [siteId, setSiteId] = useState('');
  const search = useSettled(text.trim());
  const sites = nodesOf(useQuery(SitesDocument, { variables: { first: offered } }).data?.sites) ?? [];
  const { data, previousData, error, refetch } = useQuery(OrderMachinesDocument, {
    variables: {
      first: shown,
      // who searches for a watched machine finds it, and is then told why it orders by itself
      filter: { search: search || null, siteId: siteId || null, monitored: search === '' ? false : null },
    },
    fetchPolicy: 'cache-and-network',
  });
  const found = nodesOf((data ?? previousData)?.devices)?.filter(({ id }) => !chosen.includes(id));
  const columns = useColumns((machine) => onChoose([machine.id]));
  const instead = () => {
    if (error && !found) return <ProblemState error={error} onRetry={() => void refetch()} />;
    return (
      found?.length === 0 && (
        <NoResults title={t('newOrder.choose.none')}>{t('newOrder.choose.noneText')}</NoResults>
      )
    );
  };
  return (
    <div>
      <FilterBar label={t('newOrder.choose.title')}>
        <TextInput
          label={t('devices.filter.search')}
          type="search"
          maxLength={100}
          leftSection={<Icon name="search" />}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <NativeSelect
          label={t('newOrder.choose.site')}
          value={siteId}
          onChange={({ currentTarget }) => setSiteId(currentTarget.value)}
          data={[
            { value: '', label: t('newOrder.choose.anySite') },
            ...sites.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </FilterBar>
      <Sheet
        title={t('newOrder.choose.title')}
        aside={
          found &&
          found.length > 1 && (
            <Button variant="default" size="compact-sm" onClick={() => onChoose(found.map(({ id }) => id))}>
              {t('newOrder.choose.all', { count: found.length })}
            </Button>
          )
        }
        flush
      >
        <DataTable
          caption={t('newOrder.choose.title')}
          columns={columns}
          rows={error && !found ? [] : found}
          rowKey={({ id }) => id}
          instead={instead()}
        />
      </Sheet>
    </div>
  );
}

function useColumns(onChoose: (machine: Machine) => void): readonly Column<Machine>[] {
  const { t } = useTranslation();
  return [
    {
      id: 'machine',
      header: t('devices.column.machine'),
      cell: ({ name, model }) => <TwoLines first={name} second={model} />,
      phone: 'title',
    },
    {
      id: 'serial',
      header: t('devices.fact.serial'),
      cell: ({ serialNumber }) => serialNumber,
      phone: 'hidden',
    },
    { id: 'site', header: t('devices.column.site'), cell: ({ site }) => site?.name, phone: 'plain' },
    {
      id: 'act',
      header: t('groups.column.act'),
      align: 'end',
      phone: 'plain',
      cell: (machine) => (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t('newOrder.choose.named', { name: machine.name })}
          onClick={() => onChoose(machine)}
        >
          {t('newOrder.choose.one')}
        </Button>
      ),
    },
  ];
}
