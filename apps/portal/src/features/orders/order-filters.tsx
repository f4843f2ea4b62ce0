import { NativeSelect, TextInput } from '@mantine/core';
import { FilterBar, Icon } from '@platen/ui';
import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { CustomerChoice } from '../../shared/customer-choice';
import { useSearchText } from '../../shared/use-search-text';
import { kindChoices, type OrderListSearch, parseOrderListSearch, statusChoices } from './order-list-search';

/** Filters of a list of orders; each change goes to the URL. */
export function OrderFilters({
  search,
  onChange,
}: {
  readonly search: OrderListSearch;
  readonly onChange: (next: OrderListSearch) => void;
}) {
  const { t } = useTranslation();
  const toUrl = useCallback((text: string) => onChange({ ...search, search: text }), [onChange, search]);
  const [text, setText] = useSearchText(search.search ?? '', toUrl);
  const change = (part: Readonly<Record<string, string>>) =>
    onChange(parseOrderListSearch({ ...search, ...part }));
  return (
    <FilterBar label={t('list.filters')}>
      <TextInput
        label={t('orders.filter.search')}
        type="search"
        maxLength={100}
        leftSection={<Icon name="search" />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <CustomerChoice
        label={t('orders.column.customer')}
        any={t('orders.filter.anyCustomer')}
        value={search.customer ?? ''}
        onChange={(customer) => change({ customer })}
      />
      <NativeSelect
        label={t('orders.filter.status')}
        value={search.status ?? ''}
        onChange={({ currentTarget }) => change({ status: currentTarget.value })}
        data={[
          { value: '', label: t('orders.filter.anyStatus') },
          ...statusChoices.map((choice) => ({ value: choice, label: statusWords(choice, t) })),
        ]}
      />
      <NativeSelect
        label={t('orders.column.kind')}
        value={search.kind ?? ''}
        onChange={({ currentTarget }) => change({ kind: currentTarget.value })}
        data={[
          { value: '', label: t('orders.filter.anyKind') },
          ...kindChoices.map((choice) => ({ value: choice, label: t(`orders.kind.${choice}`) })),
        ]}
      />
    </FilterBar>
  );
}

function statusWords(choice: (typeof statusChoices)[number], t: TFunction): string {
  if (choice === 'underway') return t('orders.filter.underWay');
  return choice === 'late' ? t('orders.filter.late') : t(`orders.status.${choice}`);
}
