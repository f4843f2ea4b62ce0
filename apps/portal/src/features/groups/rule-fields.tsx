import { useQuery } from '@apollo/client/react';
import { MultiSelect, Stack } from '@mantine/core';
import {
  GroupRuleChoicesDocument,
  type GroupRuleInput,
  PreviewGroupRuleDocument,
} from '@platen/graphql-client';
import { Note, useFormat } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { nodesOf } from '../../shared/connection';
import { useSettled } from '../../shared/use-settled';

/** A rule as it is being made: an empty list asks nothing. */
export type RuleDraft = Readonly<
  Record<'siteIds' | 'makers' | 'models' | 'departments' | 'floors', string[]>
>;

export const emptyRule: RuleDraft = { siteIds: [], makers: [], models: [], departments: [], floors: [] };

/** Most locations that are offered. */
const offered = 100;

/** What a group asks of its machines, and which of them it would gather now. */
export function RuleFields({
  rule,
  onChange,
}: {
  readonly rule: RuleDraft;
  readonly onChange: (rule: RuleDraft) => void;
}) {
  const { t } = useTranslation();
  const { data } = useQuery(GroupRuleChoicesDocument, { variables: { first: offered } });
  const choices = data?.deviceChoices;
  const sites = nodesOf(data?.sites) ?? [];
  const offeredOf = {
    siteIds: sites.map(({ id, name }) => ({ value: id, label: name })),
    models: choices?.models ?? [],
    makers: choices?.makers ?? [],
    departments: choices?.departments ?? [],
    floors: choices?.floors ?? [],
  } as const;
  return (
    <Stack gap="sm">
      {(Object.keys(offeredOf) as (keyof typeof offeredOf)[]).map((part) => (
        <MultiSelect
          key={part}
          id={`rule-${part}`}
          label={t(`groups.rule.${part}`)}
          placeholder={rule[part].length === 0 ? t('groups.rule.any') : undefined}
          data={[...offeredOf[part]]}
          value={rule[part]}
          searchable
          clearable
          hidePickedOptions
          onChange={(values) => onChange({ ...rule, [part]: values })}
        />
      ))}
      <RulePreview rule={rule} />
    </Stack>
  );
}

/** How many machines the rule gathers, and the first of them, while it is being chosen. */
function RulePreview({ rule }: { readonly rule: RuleDraft }) {
  const { t } = useTranslation();
  const format = useFormat();
  const text = useSettled(JSON.stringify(rule));
  const settled = JSON.parse(text) as GroupRuleInput & RuleDraft;
  const asks = Object.values(settled).some((values) => values.length > 0);
  const { data, previousData } = useQuery(PreviewGroupRuleDocument, {
    variables: { rule: settled },
    skip: !asks,
  });
  if (!asks) return <Note>{t('groups.rule.ask')}</Note>;
  const preview = (data ?? previousData)?.previewGroupRule;
  if (!preview) return null;
  const names = preview.devices.map(({ name }) => name);
  return (
    <Note>
      <b>
        {typeof preview.count === 'number'
          ? t('groups.rule.gathers', { count: preview.count })
          : t('groups.rule.gathersMany')}
      </b>{' '}
      {names.length > 0 && t('groups.rule.first', { names: format.list(names) })}
    </Note>
  );
}
