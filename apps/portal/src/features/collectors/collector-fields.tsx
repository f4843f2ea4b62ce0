import { useQuery } from '@apollo/client/react';
import { NativeSelect, TextInput, Textarea } from '@mantine/core';
import { type CollectorRowFragment, CollectorSitesDocument } from '@platen/graphql-client';
import { useTranslation } from 'react-i18next';
import { nodesOf } from '../../shared/connection';
import { type CommandFailure, errorAt } from '../../shared/use-command';

/** What was typed; lists as lines. */
export interface CollectorDraft {
  readonly name: string;
  readonly siteId: string;
  readonly ranges: string;
  readonly excludeAddresses: string;
  readonly excludeModels: string;
  readonly excludeSerials: string;
  readonly minutes: string;
}

/** A draft of what a collector is now, or of a new one. */
export function draftOf(collector?: CollectorRowFragment): CollectorDraft {
  const lines = (list: readonly string[] = []) => list.join('\n');
  return {
    name: collector?.name ?? '',
    siteId: collector?.site?.id ?? '',
    ranges: lines(collector?.ranges),
    excludeAddresses: lines(collector?.excludeAddresses),
    excludeModels: lines(collector?.excludeModels),
    excludeSerials: lines(collector?.excludeSerials),
    minutes: String((collector?.intervalSeconds ?? 900) / 60),
  };
}

/** The draft as the mutations take it; blank lines are left out by the service. */
export function wishOf(draft: CollectorDraft) {
  const list = (text: string) => text.split(/[\n,;]/);
  return {
    name: draft.name,
    siteId: draft.siteId,
    ranges: list(draft.ranges),
    excludeAddresses: list(draft.excludeAddresses),
    excludeModels: list(draft.excludeModels),
    excludeSerials: list(draft.excludeSerials),
    intervalSeconds: Math.round(Number(draft.minutes.replace(',', '.')) * 60) || 0,
  };
}

const lists = ['ranges', 'excludeAddresses', 'excludeModels', 'excludeSerials'] as const;

/** Name, place, what is read and what is left alone. */
export function CollectorFields({
  draft,
  site,
  onChange,
  failure,
}: {
  readonly draft: CollectorDraft;
  /** where it stands now: to be read before the list of places is there */
  readonly site?: CollectorRowFragment['site'];
  readonly onChange: (part: Partial<CollectorDraft>) => void;
  readonly failure: CommandFailure | undefined;
}) {
  const { t } = useTranslation();
  const { data } = useQuery(CollectorSitesDocument);
  const sites = nodesOf(data?.sites) ?? [];
  return (
    <>
      <TextInput
        id="name"
        label={t('collectors.field.name')}
        description={t('collectors.field.nameHelp')}
        maxLength={120}
        value={draft.name}
        error={errorAt(failure, 'name')}
        onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
      />
      <NativeSelect
        id="siteId"
        label={t('collectors.field.site')}
        value={draft.siteId}
        onChange={({ currentTarget }) => onChange({ siteId: currentTarget.value })}
        data={[
          { value: '', label: t('collectors.field.chooseSite') },
          ...(site && sites.every(({ id }) => id !== site.id) ? [{ value: site.id, label: site.name }] : []),
          ...sites.map(({ id, name, city }) => ({ value: id, label: `${name}, ${city}` })),
        ]}
      />
      {lists.map((list) => (
        <Textarea
          key={list}
          id={list}
          label={t(`collectors.field.${list}`)}
          description={t(`collectors.field.${list}Help`)}
          autosize
          minRows={list === 'ranges' ? 3 : 1}
          spellCheck={false}
          value={draft[list]}
          error={errorAt(failure, list)}
          onChange={({ currentTarget }) => onChange({ [list]: currentTarget.value })}
        />
      ))}
      <TextInput
        id="intervalSeconds"
        inputMode="decimal"
        label={t('collectors.field.minutes')}
        value={draft.minutes}
        error={errorAt(failure, 'intervalSeconds')}
        onChange={({ currentTarget }) => onChange({ minutes: currentTarget.value })}
      />
    </>
  );
}
