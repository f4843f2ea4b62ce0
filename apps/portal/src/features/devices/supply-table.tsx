import { Age, type Column, DataTable, Empty, useFormat } from '@platen/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { supplyName, supplyView } from '../../shared/devices/supply-view';
import type { DeviceDetail } from './device-detail';

type Supply = DeviceDetail['supplies'][number];

/** Supplies of a machine, each level with its source and age, and the cartridge that is in. */
export function SupplyTable({ supplies }: { readonly supplies: readonly Supply[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useMemo(
    (): Column<Supply>[] => [
      {
        id: 'what',
        header: t('supplies.column.what'),
        cell: (supply) => supplyName(supply, t),
        phone: 'title',
      },
      {
        id: 'level',
        header: t('supplies.column.level'),
        align: 'end',
        phone: 'corner',
        cell: (supply) => supplyView(supply, t, format).levelWords,
      },
      {
        id: 'left',
        header: t('supplies.column.left'),
        cell: (supply) => supplyView(supply, t, format).outlook,
        phone: 'left',
      },
      {
        id: 'source',
        header: t('supplies.column.source'),
        cell: ({ level }) => level.source && t(`source.${level.source}`),
      },
      {
        id: 'age',
        header: t('supplies.column.age'),
        cell: ({ level }) => level.at && <Age at={level.at} />,
        phone: 'right',
      },
      {
        id: 'cartridge',
        header: t('supplies.column.cartridge'),
        cell: ({ cartridgeSerial }) => cartridgeSerial,
      },
    ],
    [t, format],
  );
  return (
    <DataTable
      caption={t('supplies.title')}
      columns={columns}
      rows={supplies}
      rowKey={({ id }) => id}
      instead={
        supplies.length === 0 && <Empty title={t('supplies.empty.title')}>{t('supplies.empty.text')}</Empty>
      }
    />
  );
}
