import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import {
  CheckMachineListDocument,
  ImportMachineListDocument,
  type MachineListFragment,
  MachineListStateDocument,
} from '@platen/graphql-client';
import { Done, Empty, FormActions, FormProblem, Note, Sheet, SheetBody, Stack, useFormat } from '@platen/ui';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../shared/button-link';
import { CommandProblem } from '../../shared/command-problem';
import { paths } from '../../shared/paths';
import { ProblemState } from '../../shared/problem-state';
import { useCommand } from '../../shared/use-command';
import { ListRows } from './list-rows';

/** How often a list that is worked on is asked for, in milliseconds. */
const ASK_MS = 1000;

/** A list on its way: what would become of it, and then what became of it. */
export function CheckedList({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const { data, error, refetch, startPolling, stopPolling } = useQuery(MachineListStateDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  const list = data?.deviceImport;
  const busy = list?.state === 'CHECKING' || list?.state === 'IMPORTING';
  const done = list?.state === 'DONE';
  useEffect(() => {
    if (busy) startPolling(ASK_MS);
    return stopPolling;
  }, [busy, startPolling, stopPolling]);
  useEffect(() => {
    if (!done) return;
    for (const fieldName of ['devices', 'sites', 'fleetSummary', 'unknownDevices'])
      client.cache.evict({ id: 'ROOT_QUERY', fieldName });
  }, [done, client]);
  if (error && !list) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (list === null)
    return (
      <Sheet>
        <Empty title={t('register.list.gone')}>{t('register.list.goneText')}</Empty>
      </Sheet>
    );
  if (!list) return null;
  return (
    <Stack>
      <Sheet title={t('register.list.verdicts')}>
        <SheetBody>
          <Outcome list={list} />
          <Acts list={list} />
        </SheetBody>
      </Sheet>
      {(list.state === 'CHECKED' || done) && <ListRows list={list} />}
    </Stack>
  );
}

/** Where the list stands, in words that are read aloud when they change. */
function Outcome({ list }: { readonly list: MachineListFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, newRows, changedRows, sameRows, refusedRows, newSites } = list;
  const counts = {
    fresh: format.number(newRows),
    changed: format.number(changedRows),
    same: format.number(sameRows),
    refused: format.number(refusedRows),
  };
  switch (state) {
    case 'UNREADABLE':
      return <FormProblem title={list.problem ?? t('register.list.unreadable')} />;
    case 'OUTDATED':
      return <FormProblem title={t('register.list.outdated')} />;
    case 'DONE':
      return <Done>{t('register.list.done', { ...counts, sites: format.number(newSites) })}</Done>;
    case 'CHECKED':
      return (
        <div role="status">
          <p>
            <b>{t('register.list.counts', counts)}</b>
          </p>
          {newSites > 0 && <p>{t('register.list.newSites', { count: newSites })}</p>}
          <p>{t('register.list.readAs', { encoding: list.encoding ?? '' })}</p>
        </div>
      );
    default:
      return <Note>{t(state === 'IMPORTING' ? 'register.list.importing' : 'register.list.checking')}</Note>;
  }
}

/** What can be done with it as it stands. */
function Acts({ list }: { readonly list: MachineListFragment }) {
  const { t } = useTranslation();
  const check = useCommand(CheckMachineListDocument, (data) => data.checkDeviceImport);
  const take = useCommand(ImportMachineListDocument, (data) => data.importDevices);
  const { id, state, digest, makeSites } = list;
  const good = list.newRows + list.changedRows;
  return (
    <>
      <CommandProblem failure={take.failure ?? check.failure} />
      {state === 'CHECKED' && <Note>{t('register.list.effect', { count: good })}</Note>}
      <FormActions>
        {state === 'CHECKED' && good > 0 && (
          <Button
            loading={take.running}
            onClick={() => void take.run({ input: { importId: id, digest: digest ?? '' } })}
          >
            {t('register.list.take', { count: good })}
          </Button>
        )}
        {state === 'OUTDATED' && (
          <Button
            loading={check.running}
            onClick={() => void check.run({ input: { importId: id, makeSites } })}
          >
            {t('register.list.checkAgain')}
          </Button>
        )}
        <ButtonLink variant="default" href={paths.importMachines()}>
          {t('register.list.another')}
        </ButtonLink>
      </FormActions>
    </>
  );
}
