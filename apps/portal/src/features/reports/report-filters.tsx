import { NativeSelect } from '@mantine/core';
import { FilterBar } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { ReportScopePicker } from './report-scope';
import { type ReportSearch, breakdowns, spans } from './report-search';

/** What a report is about, by what it is broken down, and how many months it covers; each change goes to the URL. */
export function ReportFilters({
  search,
  names,
  onChange,
}: {
  readonly search: ReportSearch;
  /** of what it is about */
  readonly names: readonly string[];
  readonly onChange: (next: ReportSearch) => void;
}) {
  const { t } = useTranslation();
  const { of, id, by = 'DEVICE', from, to, months = '12' } = search;
  return (
    <FilterBar label={t('list.filters')}>
      <ReportScopePicker search={search} names={names} onChange={onChange} />
      <NativeSelect
        label={t('reports.filter.by')}
        value={by}
        onChange={({ currentTarget }) =>
          onChange({ ...search, by: breakdowns.find((each) => each === currentTarget.value) })
        }
        data={breakdowns.map((value) => ({ value, label: t(`reports.by.${value}`) }))}
      />
      <NativeSelect
        label={t('reports.filter.months')}
        value={from || to ? '' : months}
        onChange={({ currentTarget }) => onChange({ of, id, by, months: currentTarget.value })}
        data={[
          ...(from || to ? [{ value: '', label: t('reports.filter.fixed', { from, to }) }] : []),
          ...spans.map((value) => ({
            value,
            label: t('reports.filter.span', { count: Number(value) }),
          })),
        ]}
      />
    </FilterBar>
  );
}
