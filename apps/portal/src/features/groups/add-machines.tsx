import { useQuery } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { type GroupRowFragment, MachinesDocument } from '@platen/graphql-client';
import { DataTable, Icon, NoResults, Note, Sheet, SheetBody } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nodesOf } from '../../shared/connection';
import { ProblemState } from '../../shared/problem-state';
import { useSettled } from '../../shared/use-settled';
import { useMachineColumns, type MachineChoice } from './machine-columns';

/** Machines found at a time; what is left out is found by typing more. */
const shown = 25;

/** Finds machines that are not in the group yet; one by one or all that are shown. */
export function AddMachines({
  group,
  busy,
  onAdd,
}: {
  readonly group: GroupRowFragment;
  readonly busy: boolean;
  readonly onAdd: (ids: string[]) => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const search = useSettled(text.trim());
  const { data, previousData, error, refetch } = useQuery(MachinesDocument, {
    variables: { first: shown, filter: { search } },
    skip: search === '',
    fetchPolicy: 'cache-and-network',
  });
  const found = search === '' ? [] : nodesOf((data ?? previousData)?.devices);
  const isIn = (machine: MachineChoice) => machine.groups.some(({ id }) => id === group.id);
  const missing = (found ?? []).filter((machine) => !isIn(machine)).map(({ id }) => id);
  const columns = useMachineColumns((machine) =>
    isIn(machine) ? (
      t('groups.isIn')
    ) : (
      <Button
        variant="default"
        size="compact-sm"
        aria-label={t('groups.actOn', { act: t('groups.add'), name: machine.name })}
        loading={busy}
        onClick={() => onAdd([machine.id])}
      >
        {t('groups.add')}
      </Button>
    ),
  );
  return (
    <Sheet title={t('groups.addMachines.title')} flush>
      <SheetBody>
        <Note>{t('groups.addMachines.consequence')}</Note>
        <TextInput
          label={t('devices.filter.search')}
          type="search"
          maxLength={100}
          leftSection={<Icon name="search" />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {missing.length > 1 && (
          <div>
            <Button variant="default" loading={busy} onClick={() => onAdd(missing)}>
              {t('groups.addMachines.all', { count: missing.length })}
            </Button>
          </div>
        )}
      </SheetBody>
      {search !== '' && (
        <DataTable
          caption={t('groups.addMachines.found')}
          columns={columns}
          rows={error && !found ? [] : found}
          rowKey={({ id }) => id}
          instead={
            error && !found ? (
              <ProblemState error={error} onRetry={() => void refetch()} />
            ) : found?.length === 0 ? (
              <NoResults title={t('devices.noResults.title')}>{t('devices.noResults.text')}</NoResults>
            ) : undefined
          }
        />
      )}
    </Sheet>
  );
}
