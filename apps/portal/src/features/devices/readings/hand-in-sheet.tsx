import type { MachineCounterFragment } from '@platen/graphql-client';
import {
  type Column,
  DataTable,
  Done,
  Note,
  Sheet,
  SheetBody,
  TwoLines,
  UiLink,
  useFormat,
} from '@platen/ui';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../../shared/command-problem';
import { draftsOf } from '../../../shared/readings/draft-store';
import { HandInBar } from '../../../shared/readings/hand-in-bar';
import { meterName } from '../../../shared/readings/meter-name';
import { cellsOf, layBlock } from '../../../shared/readings/read-block';
import { ReadOn } from '../../../shared/readings/read-on';
import { LineVerdict, ReadingInput } from '../../../shared/readings/reading-input';
import { RoundProvider } from '../../../shared/readings/round-context';
import { type RoundLine, type RoundMachine, linesOfMachine } from '../../../shared/readings/round-lines';
import { useHandIn } from '../../../shared/readings/use-hand-in';
import { useViewer } from '../../../shared/viewer';

/** The counters of one machine as fields, judged as they are typed like those of a whole round (R62). */
export function HandInSheet({
  machine,
  meters,
  close,
  onHandedIn,
}: {
  readonly machine: RoundMachine;
  readonly meters: readonly MachineCounterFragment[];
  /** where the page is without it; absent where it always stands */
  readonly close?: string;
  readonly onHandedIn: () => Promise<void>;
}) {
  const { t } = useTranslation();
  const { user } = useViewer();
  const [drafts] = useState(() => draftsOf(user?.id));
  const [readAt, setReadAt] = useState<Date | null>(null);
  const lines = useMemo(() => linesOfMachine(machine, meters, false), [machine, meters]);
  const columns = useColumns();
  const handIn = useHandIn(drafts, onHandedIn);
  const paste = (text: string, from: string) =>
    drafts.typeAll(layBlock(cellsOf(text), lines, (kind) => meterName(kind, t), from).texts);
  return (
    <RoundProvider value={{ drafts, readAt: readAt ?? new Date(), answers: handIn.answers, paste }}>
      <Sheet
        flush
        title={t('meters.handIn.title')}
        aside={close && <UiLink href={close}>{t('meters.history.close')}</UiLink>}
      >
        <SheetBody>
          {handIn.done && <Done>{handIn.done}</Done>}
          <CommandProblem failure={handIn.failure} />
          <ReadOn value={readAt} onChange={setReadAt} />
          <Note>{t('meters.handIn.howTo')}</Note>
        </SheetBody>
        <DataTable
          caption={t('meters.handIn.title')}
          columns={columns}
          rows={lines}
          rowKey={({ key }) => key}
        />
        <SheetBody>
          <HandInBar lines={lines} handIn={handIn} />
        </SheetBody>
      </Sheet>
    </RoundProvider>
  );
}

function useColumns(): readonly Column<RoundLine>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'kind',
        header: t('meters.column.kind'),
        phone: 'title',
        cell: ({ kind, expectation }) => (
          <TwoLines
            first={meterName(kind, t)}
            second={
              expectation?.lastReadAt
                ? t('meters.handIn.last', {
                    value: format.number(expectation.lastValue ?? 0),
                    on: format.date(expectation.lastReadAt),
                  })
                : t('meters.notRead')
            }
          />
        ),
      },
      { id: 'value', header: t('readings.column.value'), cell: (line) => <ReadingInput line={line} /> },
      {
        id: 'verdict',
        header: t('readings.column.verdict'),
        phone: 'plain',
        cell: (line) => <LineVerdict line={line} />,
      },
    ],
    [t, format],
  );
}
