import { useApolloClient, useQuery } from '@apollo/client/react';
import { MachineCountersDocument, type MachineCounterFragment } from '@platen/graphql-client';
import { type Column, Done, Note, Sheet, Stack, useFormat } from '@platen/ui';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../shared/button-link';
import { paths } from '../../../shared/paths';
import { ProblemState } from '../../../shared/problem-state';
import { MetersContact } from '../../../shared/readings/meters-contact';
import { useRight } from '../../../shared/viewer';
import type { DeviceDetail } from '../device-detail';
import { MeterTable } from '../meter-table';
import { CasesSheet } from '../readings/cases-sheet';
import { CorrectReading } from '../readings/correct-reading';
import { DeclareReset } from '../readings/declare-reset';
import { HandInSheet } from '../readings/hand-in-sheet';
import { HistorySheet } from '../readings/history-sheet';
import { ReadingMarks } from '../readings/reading-marks';

const route = getRouteApi('/in/machines/$deviceId');

/** Nobody reads the counters of a machine at the end of its life any more. */
const ended: ReadonlySet<DeviceDetail['lifecycle']> = new Set(['SWAPPED', 'RETIRED', 'COLLECTED']);

/** What the tab shows, to be asked for again after a change. */
const ownQueries: ReadonlySet<string> = new Set(['MachineCounters', 'CounterHistory']);

/**
 * Every counter of the machine with where its value comes from and how far it got into the books; handing one in,
 * its history, what is odd about it; and whom to ask (R62, R64, R65).
 */
export function MetersTab({ device }: { readonly device: DeviceDetail }) {
  const { t } = useTranslation();
  const router = useRouter();
  const client = useApolloClient();
  const search = route.useSearch();
  const writable = useRight('meter:submit') && !ended.has(device.lifecycle);
  const [done, setDone] = useState('');
  const { data, error, refetch } = useQuery(MachineCountersDocument, {
    variables: { id: device.id },
    fetchPolicy: 'cache-and-network',
  });
  const columns = useBookColumn();
  const found = data?.device;
  const here = paths.device(device.id, { tab: 'meters' });
  const counter = found?.meters.find(({ kind }) => kind === search.meter);
  const asOf = (kind: string) => paths.device(device.id, { tab: 'meters', meter: kind });

  const change = async () => {
    await client.refetchQueries({
      include: 'active',
      onQueryUpdated: ({ queryName }) => ownQueries.has(queryName ?? ''),
    });
  };
  const finish = (address: string, words: string) => async () => {
    await change();
    setDone(words);
    router.history.replace(address);
  };

  if (error && !found) return <ProblemState error={error} onRetry={() => void refetch()} />;
  const machine = found ?? { ...device, meters: undefined };
  const enters = writable && found && (!device.monitored || search.act === 'hand-in');
  return (
    <Stack>
      {done && <Done>{done}</Done>}
      <Note>
        <HowItIsRead device={device} />
      </Note>
      {found && found.meterCases.length > 0 && (
        <CasesSheet
          deviceId={device.id}
          cases={found.meterCases}
          decided={search.case}
          onDecided={finish(here, t('meters.cases.decided'))}
        />
      )}
      <Sheet flush>
        <MeterTable meters={machine.meters} more={columns} rowHref={({ kind }) => asOf(kind)} />
      </Sheet>
      {counter && writable && search.act === 'correct' && counter.correctable && (
        <CorrectReading
          key={`correct ${counter.id}`}
          counter={counter}
          latest={counter.correctable}
          back={asOf(counter.kind)}
          onDone={finish(asOf(counter.kind), t('meters.correct.done'))}
        />
      )}
      {counter && writable && search.act === 'reset' && (
        <DeclareReset
          key={`reset ${counter.id}`}
          counter={counter}
          back={asOf(counter.kind)}
          onDone={finish(asOf(counter.kind), t('meters.reset.done'))}
        />
      )}
      {counter && (
        <HistorySheet
          key={`history ${counter.id}`}
          deviceId={device.id}
          counter={counter}
          acts={writable && !search.act}
        />
      )}
      {enters && (
        <HandInSheet
          machine={found}
          meters={found.meters}
          {...(device.monitored && { close: here })}
          onHandedIn={change}
        />
      )}
      {writable && device.monitored && search.act !== 'hand-in' && (
        <div>
          <ButtonLink href={paths.device(device.id, { tab: 'meters', act: 'hand-in' })} variant="default">
            {t('meters.handIn.allTheSame')}
          </ButtonLink>
        </div>
      )}
      <MetersContact />
    </Stack>
  );
}

/** By whom the counters are read, and when a machine that reports by itself did so last (R65). */
function HowItIsRead({ device }: { readonly device: DeviceDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (ended.has(device.lifecycle)) return t('meters.read.ended');
  if (!device.monitored) return t('meters.read.byPeople');
  return device.lastSeenAt
    ? t('meters.read.byItself', {
        ago: format.ago(device.lastSeenAt),
        moment: format.moment(device.lastSeenAt),
      })
    : t('meters.read.notYet');
}

function useBookColumn(): readonly Column<MachineCounterFragment>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'books',
        header: t('meters.column.books'),
        phone: 'plain',
        cell: ({ newest }) => newest && <ReadingMarks read={newest} />,
      },
    ],
    [t],
  );
}
