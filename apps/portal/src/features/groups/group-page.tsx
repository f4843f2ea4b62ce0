import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { ChangeGroupDevicesDocument, type GroupRowFragment, MachinesDocument } from '@platen/graphql-client';
import { DataTable, Done, Empty, Sheet, useFormat } from '@platen/ui';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { nextCursor, nodesOf } from '../../shared/connection';
import { paths } from '../../shared/paths';
import { ProblemState } from '../../shared/problem-state';
import { useCommand } from '../../shared/use-command';
import { pageSize, useMore } from '../../shared/use-pages';
import { AddMachines } from './add-machines';
import { EndGroup } from './end-group';
import { GroupFrame } from './group-frame';
import { GroupRule } from './group-rule';
import { useMachineColumns, type MachineChoice } from './machine-columns';
import { RenameGroup } from './rename-group';

const route = getRouteApi('/in/groups/$groupId');

/** The machines of one group: taken out here, added by search below; its name and its end at the foot. */
export function GroupPage() {
  const { groupId } = route.useParams();
  return (
    <GroupFrame groupId={groupId} tab="machines">
      {(group, reload) => <GroupMachines key={group.id} group={group} onChange={reload} />}
    </GroupFrame>
  );
}

function GroupMachines({
  group,
  onChange,
}: {
  readonly group: GroupRowFragment;
  readonly onChange: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, refetch, fetchMore } = useQuery(MachinesDocument, {
    variables: { first: pageSize, filter: { groupId: group.id } },
    fetchPolicy: 'cache-and-network',
  });
  const rows = nodesOf(data?.devices);
  const more = useMore(nextCursor(data?.devices), fetchMore);
  const [done, setDone] = useState('');
  const { run, running, failure } = useCommand(ChangeGroupDevicesDocument, (data) => data.changeGroupDevices);
  const change = async (sets: { add?: string[]; remove?: string[] }, words: string) => {
    setDone('');
    const changed = await run({ input: { groupId: group.id, ...sets } });
    if (!changed) return;
    await refetch();
    onChange();
    setDone(words);
  };
  const takeOut = (machine: MachineChoice) => (
    <Button
      variant="default"
      size="compact-sm"
      loading={running}
      aria-label={t('groups.actOn', { act: t('groups.takeOut'), name: machine.name })}
      onClick={() => void change({ remove: [machine.id] }, t('groups.takenOut', { name: machine.name }))}
    >
      {t('groups.takeOut')}
    </Button>
  );
  const columns = useMachineColumns(group.viewerCanUpdate && !group.rule ? takeOut : undefined);
  const total = data?.devices?.totalCount;
  return (
    <>
      <CommandProblem failure={failure} />
      {done && <Done>{done}</Done>}
      <Sheet title={t('groups.machines.title')} flush>
        <DataTable
          caption={t('groups.machines.title')}
          columns={columns}
          rows={error && !rows ? [] : rows}
          rowKey={({ id }) => id}
          rowHref={({ id }) => paths.device(id)}
          instead={
            error && !rows ? (
              <ProblemState error={error} onRetry={() => void refetch()} />
            ) : rows?.length === 0 ? (
              <Empty title={t('groups.machines.empty')}>
                {group.rule ? t('groups.rule.empty') : t('groups.machines.emptyText')}
              </Empty>
            ) : undefined
          }
          more={more}
          count={
            rows && rows.length > 0
              ? t('list.count', {
                  shown: format.number(rows.length),
                  total: format.number(total ?? rows.length),
                })
              : undefined
          }
        />
      </Sheet>
      {group.viewerCanUpdate && !group.rule && (
        <AddMachines
          group={group}
          busy={running}
          onAdd={(ids) => void change({ add: ids }, t('groups.added', { count: ids.length }))}
        />
      )}
      <GroupRule
        group={group}
        onChange={() => {
          void refetch();
          onChange();
        }}
      />
      {group.viewerCanUpdate && (
        <>
          <RenameGroup group={group} />
          <EndGroup group={group} />
        </>
      )}
    </>
  );
}
