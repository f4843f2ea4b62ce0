import { useQuery } from '@apollo/client/react';
import { NativeSelect } from '@mantine/core';
import { CustomerChoicesDocument } from '@platen/graphql-client';
import { useTranslation } from 'react-i18next';
import { nodesOf } from './connection';
import { useViewer } from './viewer';

/** For staff: whose things these are. Shows nothing to a customer's own people. */
export function CustomerChoice({
  id = 'customerId',
  label,
  any,
  value,
  error,
  onChange,
}: {
  readonly id?: string;
  readonly label: string;
  /** the choice that narrows nothing, where there is one */
  readonly any?: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (customerId: string) => void;
}) {
  const { t } = useTranslation();
  const { kind } = useViewer();
  const { data } = useQuery(CustomerChoicesDocument, { skip: kind !== 'STAFF' });
  if (kind !== 'STAFF') return null;
  const choices = (nodesOf(data?.customers) ?? []).map(({ id, name, number }) => ({
    value: id,
    label: t('customers.choice', { name, number }),
  }));
  return (
    <NativeSelect
      id={id}
      label={label}
      value={value}
      error={error}
      data={[{ value: '', label: any ?? t('customers.choose') }, ...choices]}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
