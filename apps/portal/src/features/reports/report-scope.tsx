import { useQuery } from '@apollo/client/react';
import { NativeSelect } from '@mantine/core';
import {
  ReportDepartmentsDocument,
  ReportDevicesDocument,
  ReportGroupsDocument,
  ReportSitesDocument,
} from '@platen/graphql-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nodesOf } from '../../shared/connection';
import { type Choice, SearchSelect, useChoiceSearch } from '../../shared/search-select';
import { type ReportSearch, idsOf, toIds } from './report-search';

const kinds = ['ALL', 'GROUP', 'SITE', 'DEPARTMENT', 'DEVICE'] as const;
type Kind = (typeof kinds)[number];

/**
 * What a report is about: all machines, or one group, location, department or machine, found by typing.
 * @param names  of what it is about now, as the report tells them
 */
export function ReportScopePicker({
  search,
  names,
  onChange,
}: {
  readonly search: ReportSearch;
  readonly names: readonly string[];
  readonly onChange: (next: ReportSearch) => void;
}) {
  const { t } = useTranslation();
  const shown = kinds.find((kind) => kind === search.of) ?? 'ALL';
  // The URL holds a kind only together with what it is; until then the choice is the page's own.
  const [chosen, setChosen] = useState<Kind>();
  const kind = chosen ?? shown;
  const choose = (next: Kind) => {
    setChosen(next === 'ALL' ? undefined : next);
    if (next === 'ALL') onChange({ ...search, of: undefined, id: undefined });
  };
  return (
    <>
      <NativeSelect
        label={t('reports.filter.of')}
        value={kind}
        onChange={({ currentTarget }) => choose(kinds.find((each) => each === currentTarget.value) ?? 'ALL')}
        data={kinds.map((value) => ({
          value,
          label: value === 'ALL' ? t('reports.filter.all') : t(`reports.by.${value}`),
        }))}
      />
      {kind !== 'ALL' && (
        <ScopeSearch
          key={kind}
          kind={kind}
          current={kind === search.of ? currentOf(search, names) : undefined}
          onPick={(id) => {
            setChosen(undefined);
            onChange({ ...search, of: kind, id: toIds([id]) });
          }}
        />
      )}
    </>
  );
}

/** Of several at once the names stand above the report; the field is for choosing one. */
function currentOf({ id }: ReportSearch, names: readonly string[]): Choice | undefined {
  const [value, ...more] = idsOf(id);
  if (value === undefined || more.length > 0) return undefined;
  return { value, label: names[0] ?? value };
}

function ScopeSearch({
  kind,
  current,
  onPick,
}: {
  readonly kind: Exclude<Kind, 'ALL'>;
  readonly current: Choice | undefined;
  readonly onPick: (id: string) => void;
}) {
  const { t } = useTranslation();
  const [search, onType] = useChoiceSearch(current);
  return (
    <SearchSelect
      label={t(`reports.by.${kind}`)}
      placeholder={t('reports.filter.choose')}
      nothingFound={t('reports.filter.none')}
      current={current}
      found={useChoices(kind, search)}
      foundHere={kind === 'DEPARTMENT'}
      onType={onType}
      onPick={({ value }) => onPick(value)}
    />
  );
}

function useChoices(kind: Exclude<Kind, 'ALL'>, search: string): Choice[] {
  const asks = (asked: Kind) => ({ variables: { search }, skip: kind !== asked });
  const groups = useQuery(ReportGroupsDocument, asks('GROUP'));
  const sites = useQuery(ReportSitesDocument, asks('SITE'));
  const devices = useQuery(ReportDevicesDocument, asks('DEVICE'));
  const departments = useQuery(ReportDepartmentsDocument, { skip: kind !== 'DEPARTMENT' });
  const named = { GROUP: groups.data?.deviceGroups, SITE: sites.data?.sites, DEVICE: devices.data?.devices };
  if (kind === 'DEPARTMENT')
    return (departments.data?.deviceChoices?.departments ?? []).map((name) => ({ value: name, label: name }));
  return (nodesOf<{ id: string; name: string }>(named[kind]) ?? []).map(({ id, name }) => ({
    value: id,
    label: name,
  }));
}
