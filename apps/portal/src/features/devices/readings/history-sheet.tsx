import { useQuery } from '@apollo/client/react';
import { Group } from '@mantine/core';
import { CounterHistoryDocument, type MachineCounterFragment } from '@platen/graphql-client';
import { type Column, DataTable, Empty, Sheet, SheetBody, TwoLines, UiLink, useFormat } from '@platen/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../shared/button-link';
import { nextCursor, nodesOf } from '../../../shared/connection';
import { paths } from '../../../shared/paths';
import { ProblemState } from '../../../shared/problem-state';
import { meterName } from '../../../shared/readings/meter-name';
import { pageSize, useMore } from '../../../shared/use-pages';
import { type HistoryEntry, historyOf } from './history-entries';
import { ReadingMarks, readBy } from './reading-marks';

/** Everything that was read of one counter, with its resets; what can be done about it. */
export function HistorySheet({
  deviceId,
  counter,
  acts,
}: {
  readonly deviceId: string;
  readonly counter: MachineCounterFragment;
  /** what can be done is offered */
  readonly acts: boolean;
}) {
  const { t } = useTranslation();
  const { kind } = counter;
  const { data, error, refetch, fetchMore } = useQuery(CounterHistoryDocument, {
    variables: { id: deviceId, kind, first: pageSize },
    fetchPolicy: 'cache-and-network',
  });
  const meter = data?.device?.meters[0];
  const cursor = nextCursor(meter?.reads);
  const more = useMore(cursor, fetchMore);
  const columns = useColumns(counter.unit);
  const rows = meter && historyOf(nodesOf(meter.reads) ?? [], meter.resets, cursor === undefined);
  const instead = () => {
    if (error && !rows) return <ProblemState error={error} onRetry={() => void refetch()} />;
    return rows?.length === 0 && <Empty title={t('meters.history.empty')} />;
  };
  const here = (act?: string) => paths.device(deviceId, { tab: 'meters', meter: kind, ...(act && { act }) });
  return (
    <Sheet
      flush
      title={t('meters.history.of', { meter: meterName(kind, t) })}
      aside={<UiLink href={paths.device(deviceId, { tab: 'meters' })}>{t('meters.history.close')}</UiLink>}
    >
      {acts && (
        <SheetBody>
          <Group gap="xs">
            {counter.correctable && (
              <ButtonLink href={here('correct')} variant="default">
                {t('meters.correct.title')}
              </ButtonLink>
            )}
            <ButtonLink href={here('reset')} variant="default">
              {t('meters.reset.title')}
            </ButtonLink>
          </Group>
        </SheetBody>
      )}
      <DataTable
        caption={t('meters.history.of', { meter: meterName(kind, t) })}
        columns={columns}
        rows={error && !rows ? [] : rows}
        rowKey={({ key }) => key}
        instead={instead()}
        more={more}
      />
    </Sheet>
  );
}

function useColumns(unit: MachineCounterFragment['unit']): readonly Column<HistoryEntry>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'at',
        header: t('meters.column.at'),
        whole: true,
        phone: 'title',
        cell: ({ at }) => `${format.date(at)}, ${format.time(at)}`,
      },
      {
        id: 'value',
        header: t('meters.column.value'),
        align: 'end',
        phone: 'corner',
        cell: ({ read, reset }) => {
          const value = read ? read.value : reset.valueAfter;
          const words = { value: format.number(value), unit: t(`meters.unit.${unit}`, { count: value }) };
          return read ? t('meters.reading', words) : t('meters.reset.from', words);
        },
      },
      {
        id: 'by',
        header: t('meters.column.by'),
        phone: 'plain',
        cell: ({ read, reset }) =>
          read ? (
            <TwoLines plain first={t(`source.${read.source}`)} second={readBy(read.handIn, t)} />
          ) : (
            <TwoLines
              plain
              first={t(`meters.reset.happened.${reset.reason}`, { value: format.number(reset.valueBefore) })}
              second={readBy(reset, t)}
            />
          ),
      },
      {
        id: 'marks',
        header: t('meters.column.books'),
        phone: 'plain',
        cell: ({ read }) => read && <ReadingMarks read={read} />,
      },
    ],
    [t, format, unit],
  );
}
