import { useQuery } from '@apollo/client/react';
import { SuccessorsDocument, type SuccessorsQuery } from '@platen/graphql-client';
import { useTranslation } from 'react-i18next';
import { nodesOf } from '../../shared/connection';
import { type Choice, SearchSelect, useChoiceSearch } from '../../shared/search-select';
import type { DeviceInForm } from './device-form-frame';

type Machines = SuccessorsQuery['planned'];

/** The machine that takes the place of another one, found by typing: planned ones first, for they wait for a place. */
export function SuccessorChoice({
  device,
  current,
  error,
  onChange,
}: {
  readonly device: DeviceInForm;
  readonly current: Choice | undefined;
  readonly error: string | undefined;
  readonly onChange: (choice: Choice) => void;
}) {
  const { t } = useTranslation();
  const [search, onType] = useChoiceSearch(current);
  const asked = { customerId: device.customer?.id, ...(search && { search }) };
  const { data, previousData } = useQuery(SuccessorsDocument, {
    variables: { planned: { ...asked, use: 'PLANNED' }, installed: { ...asked, use: 'INSTALLED' } },
  });
  const found = data ?? previousData;
  const choices = (machines: Machines | undefined, words: (name: string) => string): Choice[] =>
    (nodesOf(machines) ?? [])
      .filter(({ id }) => id !== device.id)
      .map(({ id, name, serialNumber }) => ({ value: id, label: `${words(name)} \u00b7 ${serialNumber}` }));
  return (
    <SearchSelect
      id="successorId"
      label={t('lifecycle.successor')}
      description={t('lifecycle.successorHint')}
      placeholder={t('lifecycle.chooseSuccessor')}
      nothingFound={t('lifecycle.noSuccessor')}
      error={error}
      current={current}
      found={[
        ...choices(found?.planned, (name) => t('lifecycle.plannedSuccessor', { name })),
        ...choices(found?.installed, (name) => name),
      ]}
      onType={onType}
      onPick={onChange}
    />
  );
}
