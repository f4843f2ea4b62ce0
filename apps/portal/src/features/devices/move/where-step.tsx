import { useQuery } from '@apollo/client/react';
import { TextInput } from '@mantine/core';
import { SitesToMoveToDocument } from '@platen/graphql-client';
import { useTranslation } from 'react-i18next';
import { nodesOf } from '../../../shared/connection';
import { SearchSelect, useChoiceSearch } from '../../../shared/search-select';
import type { MoveDraft } from './move-draft';

/** The new place, found by typing, and the day. */
export function WhereStep({
  customerId,
  draft,
  earliest,
  errorAt,
  onChange,
}: {
  readonly customerId: string | undefined;
  readonly draft: MoveDraft;
  /** first day on which it can move */
  readonly earliest: string | undefined;
  readonly errorAt: (path: string) => string | undefined;
  readonly onChange: (changes: Partial<MoveDraft>) => void;
}) {
  const { t } = useTranslation();
  const [search, onType] = useChoiceSearch(draft.site);
  const { data, previousData } = useQuery(SitesToMoveToDocument, {
    variables: { filter: { customerId, ...(search && { search }) } },
  });
  const sites = nodesOf((data ?? previousData)?.sites) ?? [];
  return (
    <>
      <SearchSelect
        id="siteId"
        label={t('devices.fact.site')}
        placeholder={t('move.findSite')}
        nothingFound={t('move.noSite')}
        error={errorAt('siteId')}
        current={draft.site}
        found={sites.map(({ id, name }) => ({ value: id, label: name }))}
        onType={onType}
        onPick={(site) => onChange({ site })}
      />
      {(['floor', 'room'] as const).map((field) => (
        <TextInput
          key={field}
          id={field}
          label={t(`devices.field.${field}`)}
          maxLength={60}
          value={draft[field]}
          error={errorAt(field)}
          onChange={({ currentTarget: { value } }) => onChange({ [field]: value })}
        />
      ))}
      <TextInput
        id="on"
        type="date"
        label={t('move.on')}
        description={t('move.onHint')}
        min={earliest}
        value={draft.on}
        error={errorAt('on')}
        onChange={({ currentTarget }) => onChange({ on: currentTarget.value })}
      />
    </>
  );
}
