import type { PeopleToGiveQuery } from '@platen/graphql-client';
import { type Column, TwoLines } from '@platen/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { roleName } from '../../shared/role-name';

/** A person as a line of a group. */
export type Person = NonNullable<PeopleToGiveQuery['users']>['edges'][number]['node'];

/** First and last name. */
export function nameOf({ firstName, lastName }: Pick<Person, 'firstName' | 'lastName'>): string {
  return `${firstName} ${lastName}`.trim();
}

/** Columns of the people who have a group, and of those who could; `act` ends each row. */
export function usePersonColumns(
  act: ((person: Person) => ReactNode) | undefined,
): readonly Column<Person>[] {
  const { t } = useTranslation();
  return [
    {
      id: 'person',
      header: t('groups.column.person'),
      cell: (person) => <TwoLines first={nameOf(person)} second={person.email} />,
      phone: 'title',
    },
    {
      id: 'role',
      header: t('groups.column.role'),
      cell: (person) => roleName(person.roleName, t),
      phone: 'corner',
    },
    ...(act
      ? [{ id: 'act', header: t('groups.column.act'), cell: act, align: 'end', phone: 'plain' } as const]
      : []),
  ];
}
