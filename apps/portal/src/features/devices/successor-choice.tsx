import { useQuery } from '@apollo/client/react';
import { NativeSelect } from '@mantine/core';
import { DevicesDocument } from '@platen/graphql-client';
import { useTranslation } from 'react-i18next';
import { nodesOf } from '../../shared/connection';

/** The machine that takes the place of another one: planned ones first, for they wait for a place. */
export function SuccessorChoice({
  deviceId,
  value,
  error,
  onChange,
}: {
  readonly deviceId: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (id: string) => void;
}) {
  const { t } = useTranslation();
  const { data } = useQuery(DevicesDocument, { variables: { first: 100, withOrders: false } });
  const machines = (nodesOf(data?.devices) ?? [])
    .filter(({ id }) => id !== deviceId)
    .toSorted((a, b) => Number(b.state === 'PLANNED') - Number(a.state === 'PLANNED'));
  return (
    <NativeSelect
      id="successorId"
      label={t('lifecycle.successor')}
      value={value}
      error={error}
      data={[
        { value: '', label: t('lifecycle.chooseSuccessor') },
        ...machines.map(({ id, name, serialNumber }) => ({
          value: id,
          label: `${name} \u00b7 ${serialNumber}`,
        })),
      ]}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
