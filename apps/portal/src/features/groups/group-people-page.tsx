import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { ChangeGroupUsersDocument, type GroupRowFragment, GroupPeopleDocument } from '@platen/graphql-client';
import { DataTable, Done, Empty, Sheet } from '@platen/ui';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { nextCursor, nodesOf } from '../../shared/connection';
import { paths } from '../../shared/paths';
import { ProblemState } from '../../shared/problem-state';
import { useCommand } from '../../shared/use-command';
import { pageSize, useMore } from '../../shared/use-pages';
import { GivePeople } from './give-people';
import { GroupFrame } from './group-frame';
import { type Person, nameOf, usePersonColumns } from './person-columns';

const route = getRouteApi('/in/groups/$groupId/people');

/** The people to whom a group is given (R22): taken from them here, given by search below. */
export function GroupPeoplePage() {
  const { groupId } = route.useParams();
  return (
    <GroupFrame groupId={groupId} tab="people">
      {(group, reload) => <GroupPeople key={group.id} group={group} onChange={reload} />}
    </GroupFrame>
  );
}

function GroupPeople({
  group,
  onChange,
}: {
  readonly group: GroupRowFragment;
  readonly onChange: () => void;
}) {
  const { t } = useTranslation();
  const { data, error, refetch, fetchMore } = useQuery(GroupPeopleDocument, {
    variables: { groupId: group.id, first: pageSize },
    fetchPolicy: 'cache-and-network',
  });
  const members = nodesOf(data?.deviceGroupUsers);
  // somebody whose account is gone has nothing to show any more
  const rows = members?.flatMap(({ user }) => (user ? [user] : []));
  const more = useMore(nextCursor(data?.deviceGroupUsers), fetchMore);
  const [done, setDone] = useState('');
  const { run, running, failure } = useCommand(ChangeGroupUsersDocument, (data) => data.changeGroupUsers);
  const change = async (sets: { add?: string[]; remove?: string[] }, words: string) => {
    setDone('');
    const changed = await run({ input: { groupId: group.id, ...sets } });
    if (!changed) return;
    await refetch();
    onChange();
    setDone(words);
  };
  const takeAway = (person: Person) => (
    <Button
      variant="default"
      size="compact-sm"
      loading={running}
      aria-label={t('groups.actOn', { act: t('groups.takeAway'), name: nameOf(person) })}
      onClick={() => void change({ remove: [person.id] }, t('groups.takenFrom', { name: nameOf(person) }))}
    >
      {t('groups.takeAway')}
    </Button>
  );
  const columns = usePersonColumns(group.viewerCanAssign ? takeAway : undefined);
  return (
    <>
      <CommandProblem failure={failure} />
      {done && <Done>{done}</Done>}
      <Sheet title={t('groups.people.title')} flush>
        <DataTable
          caption={t('groups.people.title')}
          columns={columns}
          rows={error && !rows ? [] : rows}
          rowKey={({ id }) => id}
          rowHref={({ id }) => paths.user(id)}
          instead={
            error && !rows ? (
              <ProblemState error={error} onRetry={() => void refetch()} />
            ) : rows?.length === 0 ? (
              <Empty title={t('groups.people.empty')}>{t('groups.people.emptyText')}</Empty>
            ) : undefined
          }
          more={more}
        />
      </Sheet>
      {group.viewerCanAssign && (
        <GivePeople
          having={members?.map(({ userId }) => userId) ?? []}
          busy={running}
          onGive={(person) => void change({ add: [person.id] }, t('groups.given', { name: nameOf(person) }))}
        />
      )}
    </>
  );
}
