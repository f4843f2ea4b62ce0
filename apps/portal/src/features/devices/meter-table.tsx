import { Age, type Column, DataTable, Empty, useFormat } from '@platen/ui';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceDetail } from './device-detail';

type Meter = DeviceDetail['meters'][number];

const knownKinds = [
  'total',
  'mono',
  'color',
  'a3',
  'a3_mono',
  'a3_color',
  'duplex',
  'scan',
  'print_total',
  'print_mono',
  'print_color',
  'copy_total',
  'copy_mono',
  'copy_color',
  'fax_total',
] as const;
type KnownKind = (typeof knownKinds)[number];

const isKnown = (kind: string): kind is KnownKind => (knownKinds as readonly string[]).includes(kind);

/** Name of a meter; a kind without words keeps its own. */
export function meterName(kind: string, t: TFunction): string {
  return isKnown(kind) ? t(`meters.kind.${kind}`) : kind.replaceAll('_', ' ');
}

/** The order of {@link knownKinds}; kinds without words come last, as the machine names them. */
function place({ kind }: Meter): number {
  return isKnown(kind) ? knownKinds.indexOf(kind) : knownKinds.length;
}

/** Meters of a machine, each with unit, age and source. An absent counter is absent, not 0. */
export function MeterTable({ meters }: { readonly meters: readonly Meter[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useMemo(
    (): Column<Meter>[] => [
      { id: 'kind', header: t('meters.column.kind'), cell: ({ kind }) => meterName(kind, t), phone: 'title' },
      {
        id: 'value',
        header: t('meters.column.value'),
        align: 'end',
        phone: 'corner',
        cell: ({ value, unit }) =>
          value === null
            ? t('meters.notRead')
            : t('meters.reading', {
                value: format.number(value),
                unit: t(`meters.unit.${unit}`, { count: value }),
              }),
      },
      {
        id: 'source',
        header: t('meters.column.source'),
        cell: ({ source }) => source && t(`source.${source}`),
        phone: 'left',
      },
      {
        id: 'age',
        header: t('meters.column.age'),
        cell: ({ readAt }) => readAt && <Age at={readAt} />,
        phone: 'right',
      },
    ],
    [t, format],
  );
  const read = meters.filter(({ value }) => value !== null).toSorted((a, b) => place(a) - place(b));
  return (
    <DataTable
      caption={t('devices.tabs.meters')}
      columns={columns}
      rows={read}
      rowKey={({ id }) => id}
      instead={read.length === 0 && <Empty title={t('meters.empty.title')}>{t('meters.empty.text')}</Empty>}
    />
  );
}
