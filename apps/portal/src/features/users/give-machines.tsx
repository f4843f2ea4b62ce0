import { useQuery } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { MachinesToGiveDocument, type MachinesToGiveQuery, WhyVisibleDocument } from '@platen/graphql-client';
import { DataTable, Icon, NoResults, Sheet, SheetBody, TwoLines, useFormat } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nodesOf } from '../../shared/connection';
import { ProblemState } from '../../shared/problem-state';
import { useSettled } from '../../shared/use-settled';
import type { Assignments } from './use-assignments';

type Machine = NonNullable<MachinesToGiveQuery['devices']>['edges'][number]['node'];

/** Machines found at a time: for each of them it is asked whether the person sees it. */
const shown = 5;

/** Answers "does this person see this machine, and why (not)?" for each machine found, and gives it. */
export function GiveMachines({
  userId,
  name,
  assignments,
}: {
  readonly userId: string;
  readonly name: string;
  readonly assignments: Assignments;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const search = useSettled(text.trim());
  const { data, previousData, error, refetch } = useQuery(MachinesToGiveDocument, {
    variables: { first: shown, search },
    skip: search === '',
  });
  const found = search === '' ? [] : nodesOf((data ?? previousData)?.devices);
  return (
    <Sheet title={t('sight.user.find')} flush>
      <SheetBody>
        <p>{t('sight.user.findText', { name })}</p>
        <TextInput
          label={t('devices.filter.search')}
          type="search"
          maxLength={100}
          leftSection={<Icon name="search" />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </SheetBody>
      {search !== '' && (
        <DataTable
          caption={t('sight.user.found')}
          columns={[
            {
              id: 'machine',
              header: t('devices.column.machine'),
              cell: (machine) => <TwoLines first={machine.name} second={machine.serialNumber} />,
              phone: 'title',
            },
            {
              id: 'site',
              header: t('devices.column.site'),
              cell: ({ site }) => site && <TwoLines first={site.name} second={site.city} plain />,
              phone: 'plain',
            },
            {
              id: 'sight',
              header: t('sight.user.sees', { name }),
              cell: (machine) => (
                <Sight userId={userId} name={name} machine={machine} assignments={assignments} />
              ),
              phone: 'plain',
            },
          ]}
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

function Sight({
  userId,
  name,
  machine,
  assignments,
}: {
  readonly userId: string;
  readonly name: string;
  readonly machine: Machine;
  readonly assignments: Assignments;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery(WhyVisibleDocument, {
    variables: { userId, deviceId: machine.id },
    fetchPolicy: 'cache-and-network',
  });
  const ways = data?.whyVisible;
  if (!ways) return undefined;
  if (ways.assigned) return t('sight.user.yesAssigned');
  const groups = format.list(ways.groups.map((group) => group.name));
  return (
    <>
      {ways.groups.length > 0 ? t('sight.user.yesGroup', { groups }) : t('sight.user.no')}{' '}
      <Button
        variant="default"
        size="compact-sm"
        loading={assignments.running}
        aria-label={t('groups.actOn', { act: t('groups.give'), name: machine.name })}
        onClick={() =>
          void assignments.changeDevices(
            { add: [machine.id] },
            t('sight.user.machineGiven', { machine: machine.name, name }),
          )
        }
      >
        {t('groups.give')}
      </Button>
    </>
  );
}
