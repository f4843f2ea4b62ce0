import type { UsersQuery } from '@platen/graphql-client';
import { Age, type Column, TwoLines } from '@platen/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { roleName } from '../../shared/role-name';
import { personName } from '../../shared/person-name';
import { UserStatePill } from './user-state';

/** A person as lists show him. */
export type ListedUser = NonNullable<UsersQuery['users']>['edges'][number]['node'];

/** Columns of a list of people. */
export function useUserColumns(): Column<ListedUser>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('users.column.name'),
        cell: (user) => <TwoLines first={personName(user)} second={user.email} />,
        phone: 'title',
      },
      {
        id: 'state',
        header: t('users.column.state'),
        cell: ({ state }) => <UserStatePill state={state} />,
        whole: true,
        phone: 'corner',
      },
      {
        id: 'role',
        header: t('users.column.role'),
        cell: ({ role, grantedRights }) => (
          <TwoLines
            plain
            first={roleName(role.name, t)}
            second={grantedRights.length > 0 && t('users.onTop', { count: grantedRights.length })}
          />
        ),
      },
      {
        id: 'secondFactor',
        header: t('users.column.secondFactor'),
        cell: ({ hasSecondFactor }) => t(hasSecondFactor ? 'users.secondFactorOn' : 'users.secondFactorOff'),
        phone: 'hidden',
      },
      {
        id: 'lastSignedIn',
        header: t('users.column.lastSignedIn'),
        cell: ({ lastSignedInAt }) =>
          lastSignedInAt ? <Age at={lastSignedInAt} sentence /> : t('users.neverSignedIn'),
        whole: true,
      },
    ],
    [t],
  );
}
