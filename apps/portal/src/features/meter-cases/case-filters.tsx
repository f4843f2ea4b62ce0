import { NativeSelect } from '@mantine/core';
import { FilterBar } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { CustomerChoice } from '../../shared/customer-choice';
import { type CaseSearch, caseAges, caseKinds, parseCaseSearch } from './case-search';

/** Filters of the queue; each change goes to the URL. */
export function CaseFilters({
  search,
  onChange,
}: {
  readonly search: CaseSearch;
  readonly onChange: (next: CaseSearch) => void;
}) {
  const { t } = useTranslation();
  const change = (part: Readonly<Record<string, string>>) =>
    onChange(parseCaseSearch({ ...search, case: undefined, ...part }));
  return (
    <FilterBar label={t('list.filters')}>
      <CustomerChoice
        label={t('meterCases.filter.customer')}
        any={t('meterCases.filter.anyCustomer')}
        value={search.customer ?? ''}
        onChange={(customer) => change({ customer })}
      />
      <NativeSelect
        label={t('meterCases.filter.kind')}
        value={search.kind ?? ''}
        onChange={({ currentTarget }) => change({ kind: currentTarget.value })}
        data={[
          { value: '', label: t('meterCases.filter.anyKind') },
          ...caseKinds.map((kind) => ({ value: kind, label: t(`meterCases.kind.${kind}`) })),
        ]}
      />
      <NativeSelect
        label={t('meterCases.filter.age')}
        value={search.days ?? ''}
        onChange={({ currentTarget }) => change({ days: currentTarget.value })}
        data={[
          { value: '', label: t('meterCases.filter.anyAge') },
          ...caseAges.map((days) => ({
            value: days,
            label: t('meterCases.filter.days', { count: Number(days) }),
          })),
        ]}
      />
    </FilterBar>
  );
}
