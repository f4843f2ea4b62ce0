import { NativeSelect, TextInput } from '@mantine/core';
import { FilterBar, Icon } from '@platen/ui';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchText } from '../../shared/use-search-text';
import { type RoundSearch, parseRoundSearch, roundStates } from './round-search';

/** Filters of a round; each change goes to the URL. */
export function RoundFilters({
  search,
  onChange,
}: {
  readonly search: RoundSearch;
  readonly onChange: (next: RoundSearch) => void;
}) {
  const { t } = useTranslation();
  const toUrl = useCallback((text: string) => onChange({ ...search, search: text }), [onChange, search]);
  const [text, setText] = useSearchText(search.search ?? '', toUrl);
  return (
    <FilterBar label={t('list.filters')}>
      <TextInput
        label={t('devices.filter.search')}
        type="search"
        maxLength={100}
        leftSection={<Icon name="search" />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('readings.filter.label')}
        value={search.state ?? 'DUE'}
        onChange={(event) => onChange(parseRoundSearch({ ...search, state: event.currentTarget.value }))}
        data={roundStates.map((state) => ({ value: state, label: t(`readings.filter.${state}`) }))}
      />
    </FilterBar>
  );
}
