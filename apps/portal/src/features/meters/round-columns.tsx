import { Age, type Column, StatePill, TwoLines, UiLink, useFormat } from '@platen/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../shared/paths';
import { meterName } from '../../shared/readings/meter-name';
import { LineVerdict, ReadingInput } from '../../shared/readings/reading-input';
import type { RoundLine } from '../../shared/readings/round-lines';

/** Columns of a round. They stay the same while somebody types: a field that was made anew would lose the focus. */
export function useRoundColumns(writable: boolean): readonly Column<RoundLine>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'machine',
        header: t('readings.column.machine'),
        phone: 'title',
        cell: ({ device }) => (
          <TwoLines
            first={<UiLink href={paths.device(device.id, { tab: 'meters' })}>{device.name}</UiLink>}
            second={[device.serialNumber, device.site?.name].filter(Boolean).join(' · ')}
          />
        ),
      },
      {
        id: 'kind',
        header: t('meters.column.kind'),
        cell: ({ kind }) => meterName(kind, t),
      },
      {
        id: 'last',
        header: t('readings.column.last'),
        cell: ({ expectation, due }) =>
          expectation?.lastReadAt ? (
            <TwoLines
              plain
              first={format.number(expectation.lastValue ?? 0)}
              second={<Age at={expectation.lastReadAt} sentence />}
            />
          ) : (
            <StatePill tone={due ? 'warn' : 'plain'}>{t('meters.notRead')}</StatePill>
          ),
      },
      ...(writable
        ? [
            {
              id: 'value',
              header: t('readings.column.value'),
              cell: (line: RoundLine) => <ReadingInput line={line} />,
            },
            {
              id: 'verdict',
              header: t('readings.column.verdict'),
              phone: 'plain' as const,
              cell: (line: RoundLine) => <LineVerdict line={line} />,
            },
          ]
        : []),
    ],
    [t, format, writable],
  );
}
