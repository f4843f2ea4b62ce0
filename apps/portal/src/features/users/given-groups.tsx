import { useQuery } from '@apollo/client/react';
import { Button, NativeSelect } from '@mantine/core';
import { type GivenToUserQuery, GroupsToGiveDocument } from '@platen/graphql-client';
import { DataTable, Empty, Form, FormActions, Sheet, SheetBody, useFormat } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nodesOf } from '../../shared/connection';
import { paths } from '../../shared/paths';
import type { Assignments } from './use-assignments';

type Group = NonNullable<GivenToUserQuery['deviceGroups']>['edges'][number]['node'];

/** Most groups that can be chosen from; with more the group's own page is the way. */
const offered = 100;

/** The groups a person has, and a choice of those that are not given yet (R22). */
export function GivenGroups({
  name,
  groups,
  assignments,
}: {
  readonly name: string;
  readonly groups: readonly Group[] | undefined;
  readonly assignments: Assignments;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const takeAway = (group: Group) => (
    <Button
      variant="default"
      size="compact-sm"
      loading={assignments.running}
      aria-label={t('groups.actOn', { act: t('groups.takeAway'), name: group.name })}
      onClick={() =>
        void assignments.changeGroups(
          { remove: [group.id] },
          t('sight.user.groupTaken', { group: group.name, name }),
        )
      }
    >
      {t('groups.takeAway')}
    </Button>
  );
  return (
    <Sheet title={t('sight.user.groups')} flush>
      <DataTable
        caption={t('sight.user.groups')}
        columns={[
          { id: 'group', header: t('groups.column.name'), cell: (group) => group.name, phone: 'title' },
          {
            id: 'machines',
            header: t('groups.column.machines'),
            cell: ({ deviceCount }) => format.number(deviceCount),
            align: 'end',
          },
          { id: 'act', header: t('groups.column.act'), cell: takeAway, align: 'end', phone: 'plain' },
        ]}
        rows={groups}
        rowKey={({ id }) => id}
        rowHref={({ id }) => paths.group(id)}
        instead={groups?.length === 0 && <Empty title={t('sight.user.noGroups')} />}
      />
      <SheetBody>
        <GiveGroup name={name} having={groups ?? []} assignments={assignments} />
      </SheetBody>
    </Sheet>
  );
}

function GiveGroup({
  name,
  having,
  assignments,
}: {
  readonly name: string;
  readonly having: readonly Group[];
  readonly assignments: Assignments;
}) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState('');
  const { data } = useQuery(GroupsToGiveDocument, { variables: { first: offered } });
  const left = (nodesOf(data?.deviceGroups) ?? []).filter(({ id }) =>
    having.every((group) => group.id !== id),
  );
  // the one chosen before may have been given meanwhile
  const group = left.find(({ id }) => id === chosen) ?? left[0];
  if (!group) return <p>{t('sight.user.noGroupsLeft')}</p>;
  const give = () =>
    assignments.changeGroups({ add: [group.id] }, t('sight.user.groupGiven', { group: group.name, name }));
  return (
    <Form label={t('sight.user.giveGroup')} onSubmit={() => void give()}>
      <NativeSelect
        label={t('sight.user.whichGroup')}
        value={group.id}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
        data={left.map(({ id, name: label, deviceCount }) => ({
          value: id,
          label: t('sight.user.groupChoice', { name: label, count: deviceCount }),
        }))}
      />
      <FormActions>
        <Button type="submit" variant="default" loading={assignments.running}>
          {t('groups.give')}
        </Button>
      </FormActions>
    </Form>
  );
}
