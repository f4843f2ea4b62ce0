import { useQuery } from '@apollo/client/react';
import { NativeSelect, TextInput } from '@mantine/core';
import { RoleChoicesDocument } from '@platen/graphql-client';
import { FilterBar, Icon } from '@platen/ui';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { roleName } from '../../shared/role-name';
import { useSearchText } from '../../shared/use-search-text';
import { type UserListSearch, parseUserListSearch, userStates } from './user-list-search';

/** Filters of a list of people; each change goes to the URL. */
export function UserFilters({
  customerId,
  search,
  onChange,
}: {
  readonly customerId: string | null;
  readonly search: UserListSearch;
  readonly onChange: (next: UserListSearch) => void;
}) {
  const { t } = useTranslation();
  const { data } = useQuery(RoleChoicesDocument, { variables: { customerId } });
  const toUrl = useCallback((text: string) => onChange({ ...search, search: text }), [onChange, search]);
  const [text, setText] = useSearchText(search.search ?? '', toUrl);
  return (
    <FilterBar label={t('list.filters')}>
      <TextInput
        label={t('users.filter.search')}
        type="search"
        maxLength={100}
        leftSection={<Icon name="search" />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('users.filter.state')}
        value={search.state ?? ''}
        onChange={(event) => onChange(parseUserListSearch({ ...search, state: event.currentTarget.value }))}
        data={[
          { value: '', label: t('users.filter.anyState') },
          ...userStates.map((state) => ({ value: state, label: t(`users.state.${state}`) })),
        ]}
      />
      <NativeSelect
        label={t('users.filter.role')}
        value={search.role ?? ''}
        onChange={(event) => onChange({ ...search, role: event.currentTarget.value })}
        data={[
          { value: '', label: t('users.filter.anyRole') },
          ...(data?.roles ?? []).map(({ id, name }) => ({ value: id, label: roleName(name, t) })),
        ]}
      />
    </FilterBar>
  );
}
