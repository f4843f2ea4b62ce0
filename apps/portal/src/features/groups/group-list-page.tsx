import { useQuery } from '@apollo/client/react';
import { GroupsDocument } from '@platen/graphql-client';
import { type Column, DataTable, Empty, Sheet, Stack, useFormat } from '@platen/ui';
import type { GroupRowFragment } from '@platen/graphql-client';
import { useTranslation } from 'react-i18next';
import { nextCursor, nodesOf } from '../../shared/connection';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { ProblemState } from '../../shared/problem-state';
import { pageSize, useMore } from '../../shared/use-pages';
import { useRight } from '../../shared/viewer';
import { NewGroup } from './new-group';

/** Groups of machines that the viewer sees, and a form for a new one (R21, R37, S2). */
export function GroupListPage() {
  const { t } = useTranslation();
  const mayManage = useRight('equipment:manage');
  const columns = useGroupColumns();
  const { data, error, refetch, fetchMore } = useQuery(GroupsDocument, {
    variables: { first: pageSize },
    fetchPolicy: 'cache-and-network',
  });
  const rows = nodesOf(data?.deviceGroups);
  const more = useMore(nextCursor(data?.deviceGroups), fetchMore);
  const instead = () => {
    if (error && !rows) return <ProblemState error={error} onRetry={() => void refetch()} />;
    if (rows?.length !== 0) return undefined;
    return (
      <Empty title={t('groups.empty.title')}>
        {mayManage ? t('groups.empty.text') : t('groups.empty.ask')}
      </Empty>
    );
  };
  return (
    <Page
      title={t('groups.title')}
      crumbs={[{ label: t('nav.products') }, { label: t('groups.title') }]}
      say={t('groups.say')}
    >
      <Stack>
        <Sheet flush>
          <DataTable
            caption={t('groups.title')}
            columns={columns}
            rows={error && !rows ? [] : rows}
            rowKey={({ id }) => id}
            rowHref={({ id }) => paths.group(id)}
            instead={instead()}
            more={more}
          />
        </Sheet>
        {mayManage && <NewGroup />}
      </Stack>
    </Page>
  );
}

function useGroupColumns(): readonly Column<GroupRowFragment>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const withPeople = useRight('user:manage');
  return [
    { id: 'name', header: t('groups.column.name'), cell: ({ name }) => <b>{name}</b>, phone: 'title' },
    {
      id: 'machines',
      header: t('groups.column.machines'),
      cell: ({ deviceCount }) => format.number(deviceCount),
      align: 'end',
    },
    ...(withPeople
      ? [
          {
            id: 'people',
            header: t('groups.column.people'),
            cell: ({ userCount }: GroupRowFragment) => format.number(userCount ?? 0),
            align: 'end',
          } as const,
        ]
      : []),
  ];
}
