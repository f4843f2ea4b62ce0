import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { UsersDocument } from '@platen/graphql-client';
import { DataTable, Empty, NoResults, Sheet, useFormat } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { nextCursor, nodesOf } from '../../shared/connection';
import { paths } from '../../shared/paths';
import { ProblemState } from '../../shared/problem-state';
import { pageSize, useMore } from '../../shared/use-pages';
import { useUserColumns } from './user-columns';
import { UserFilters } from './user-filters';
import { type UserListSearch, isFiltered, userFilterOf } from './user-list-search';

/**
 * The people of an organisation with their filters. The viewer's own, or (for staff of the provider) those of a
 * customer.
 */
export function UserList({
  customerId = null,
  search,
  onChange,
}: {
  /** null: the viewer's own organisation */
  readonly customerId?: string | null;
  readonly search: UserListSearch;
  /** takes the next state to the URL */
  readonly onChange: (next: UserListSearch) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useUserColumns();
  const { data, previousData, error, refetch, fetchMore } = useQuery(UsersDocument, {
    variables: { first: pageSize, filter: userFilterOf(search), customerId },
    fetchPolicy: 'cache-and-network',
  });
  const list = (data ?? previousData)?.users;
  const rows = nodesOf(list);
  const more = useMore(nextCursor(list), fetchMore);
  const instead = () => {
    if (error && !rows) return <ProblemState error={error} onRetry={() => void refetch()} />;
    if (rows?.length !== 0) return undefined;
    if (!isFiltered(search)) return <Empty title={t('users.empty.title')}>{t('users.empty.text')}</Empty>;
    const clear = (
      <Button variant="default" onClick={() => onChange({})}>
        {t('list.clear')}
      </Button>
    );
    return (
      <NoResults title={t('users.noResults.title')} action={clear}>
        {t('users.noResults.text')}
      </NoResults>
    );
  };
  const count =
    rows && rows.length > 0 && list
      ? t('list.count', {
          shown: format.number(rows.length),
          total: format.number(list.totalCount ?? rows.length),
        })
      : undefined;
  return (
    <div>
      <UserFilters customerId={customerId} search={search} onChange={onChange} />
      <Sheet flush>
        <DataTable
          caption={t('users.title')}
          columns={columns}
          rows={error && !rows ? [] : rows}
          rowKey={({ id }) => id}
          rowHref={({ id }) => paths.user(id)}
          instead={instead()}
          more={more}
          count={count}
        />
      </Sheet>
    </div>
  );
}
