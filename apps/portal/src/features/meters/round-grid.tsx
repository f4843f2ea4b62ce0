import { useQuery } from '@apollo/client/react';
import { MeterRoundDocument } from '@platen/graphql-client';
import { DataTable, Done, Empty, NoResults, Note, Sheet, Stack } from '@platen/ui';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { nextCursor, nodesOf } from '../../shared/connection';
import { ProblemState } from '../../shared/problem-state';
import { meterName } from '../../shared/readings/meter-name';
import { useMore } from '../../shared/use-pages';
import { useRight, useViewer } from '../../shared/viewer';
import { draftsOf } from '../../shared/readings/draft-store';
import { HandInBar } from '../../shared/readings/hand-in-bar';
import { cellsOf, layBlock } from '../../shared/readings/read-block';
import { ReadOn } from '../../shared/readings/read-on';
import { ReadingsFile } from './readings-file';
import { useRoundColumns } from './round-columns';
import { RoundProvider } from '../../shared/readings/round-context';
import { linesOf } from '../../shared/readings/round-lines';
import { type RoundSearch, roundFilterOf } from './round-search';
import { useHandIn } from '../../shared/readings/use-hand-in';

/** Machines fetched at a time: people go through a floor, not through a page. */
const machinesAtATime = 50;

/** The lines of a round with their fields; what was typed stays until it was handed in. */
export function RoundGrid({
  search,
  onHandedIn,
}: {
  readonly search: RoundSearch;
  readonly onHandedIn: () => void;
}) {
  const { t } = useTranslation();
  const writable = useRight('meter:submit');
  const { user } = useViewer();
  const [drafts] = useState(() => draftsOf(user?.id));
  const [readAt, setReadAt] = useState<Date | null>(null);
  const [unknown, setUnknown] = useState<readonly string[]>([]);
  const filter = roundFilterOf(search);
  const { data, error, refetch, fetchMore } = useQuery(MeterRoundDocument, {
    variables: { first: machinesAtATime, filter },
    fetchPolicy: 'cache-and-network',
  });
  const stops = nodesOf(data?.meterRound);
  const lines = useMemo(() => stops && linesOf(stops), [stops]);
  const more = useMore(nextCursor(data?.meterRound), fetchMore);
  const columns = useRoundColumns(writable);
  const handIn = useHandIn(drafts, async () => {
    onHandedIn();
    await refetch();
  });

  const lay = (text: string, from: string | null) => {
    const block = layBlock(cellsOf(text), lines ?? [], (kind) => meterName(kind, t), from);
    drafts.typeAll(block.texts);
    setUnknown(block.unknown);
  };
  const round = { drafts, readAt: readAt ?? new Date(), answers: handIn.answers, paste: lay };
  const instead = () => {
    if (error && !lines) return <ProblemState error={error} onRetry={() => void refetch()} />;
    if (lines?.length !== 0) return undefined;
    if (search.search)
      return <NoResults title={t('devices.noResults.title')}>{t('devices.noResults.text')}</NoResults>;
    return <Empty title={t('readings.empty.title')}>{t('readings.empty.text')}</Empty>;
  };
  return (
    <RoundProvider value={round}>
      <Stack>
        {handIn.done && <Done>{handIn.done}</Done>}
        <CommandProblem failure={handIn.failure} />
        {unknown.length > 0 && (
          <Note>
            {t('readings.unknownRows', { count: unknown.length, rows: unknown.slice(0, 5).join(', ') })}
          </Note>
        )}
        {writable && (
          <Sheet>
            <Stack>
              <ReadOn value={readAt} onChange={setReadAt} />
              <Note>{t('readings.howTo')}</Note>
              <ReadingsFile onFile={(text) => lay(text, null)} />
            </Stack>
          </Sheet>
        )}
        <Sheet flush>
          <DataTable
            caption={t('readings.title')}
            columns={columns}
            rows={error && !lines ? [] : lines}
            rowKey={({ key }) => key}
            instead={instead()}
            more={more}
          />
        </Sheet>
        {writable && lines && <HandInBar lines={lines} handIn={handIn} />}
      </Stack>
    </RoundProvider>
  );
}
