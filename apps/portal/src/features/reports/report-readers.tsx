import { useQuery } from '@apollo/client/react';
import { MultiSelect } from '@mantine/core';
import { ReportReadersDocument } from '@platen/graphql-client';
import { useTranslation } from 'react-i18next';
import { nodesOf } from '../../shared/connection';

/** Most people who get one report. */
const most = 20;

/** Who gets a report by mail: people of the organisation who may read reports. For who looks after people. */
export function ReportReaders({
  name,
  readerIds,
  onChange,
}: {
  readonly name: string;
  readonly readerIds: readonly string[];
  readonly onChange: (readerIds: string[]) => void;
}) {
  const { t } = useTranslation();
  const { data } = useQuery(ReportReadersDocument);
  const people = nodesOf(data?.users);
  if (!people) return null;
  return (
    <MultiSelect
      aria-label={t('reports.saved.readers', { name })}
      placeholder={t('reports.saved.addReader')}
      searchable
      hidePickedOptions
      maxValues={most}
      data={people.map(({ id, firstName, lastName, email }) => ({
        value: id,
        label: [firstName, lastName].filter(Boolean).join(' ') || email,
      }))}
      value={readerIds.filter((id) => people.some((person) => person.id === id))}
      onChange={(ids) => ids.length > 0 && onChange(ids)}
    />
  );
}
