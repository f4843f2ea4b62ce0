import { Age, type Column, DataTable, Empty, useFormat } from '@platen/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { inOrder, meterName } from '../../shared/readings/meter-name';
import type { DeviceDetail } from './device-detail';

type Meter = DeviceDetail['meters'][number];

const nothingMore: readonly Column<object>[] = [];

/** Meters of a machine, each with unit, age and source. An absent counter is absent, not 0. */
export function MeterTable<Row extends Meter>({
  meters,
  more = nothingMore,
  rowHref,
}: {
  /** undefined while they are on their way */
  readonly meters: readonly Row[] | undefined;
  /** columns behind the usual ones */
  readonly more?: readonly Column<Row>[];
  readonly rowHref?: (row: Row) => string;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useMemo(
    (): Column<Row>[] => [
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
      ...more,
    ],
    [t, format, more],
  );
  const read = meters && inOrder(meters.filter(({ value }) => value !== null));
  return (
    <DataTable
      caption={t('devices.tabs.meters')}
      columns={columns}
      rows={read}
      rowKey={({ id }) => id}
      {...(rowHref && { rowHref })}
      instead={read?.length === 0 && <Empty title={t('meters.empty.title')}>{t('meters.empty.text')}</Empty>}
    />
  );
}
