import { Button } from '@mantine/core';
import {
  EndOtherSessionsDocument,
  EndSessionDocument,
  type SessionOfPageFragment,
} from '@platen/graphql-client';
import { useMutation } from '@apollo/client/react';
import { Confirm, DataTable, Done, Empty, Sheet, StatePill, TwoLines, useFormat } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../../shared/command-problem';
import { useCommand } from '../../../shared/use-command';
import { browserOf } from './browser-of';
import classes from './security.module.css';

/** Everywhere the reader is signed in, and the way to end what he does not know. */
export function SessionsSheet({
  sessions,
  onChanged,
}: {
  readonly sessions: readonly SessionOfPageFragment[] | undefined;
  readonly onChanged: () => Promise<unknown>;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const end = useCommand(EndSessionDocument, (data) => data.endSession);
  const [endOthers, others] = useMutation(EndOtherSessionsDocument);
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState<'ended' | 'endedOthers'>();
  const endOne = async (id: string) => {
    setDone(undefined);
    if (await end.run({ input: { id } })) setDone('ended');
    await onChanged();
  };
  const endAll = async () => {
    const ended = await endOthers().catch(() => undefined);
    setAsking(false);
    setDone(ended?.data ? 'endedOthers' : undefined);
    await onChanged();
  };
  return (
    <Sheet title={t('security.sessions.title')} flush>
      <div className={classes.above}>
        <p>{t('security.sessions.about')}</p>
        <CommandProblem failure={end.failure} />
        {others.error && <p role="alert">{t('security.sessions.failed')}</p>}
        {done && <Done>{t(`security.sessions.${done}`)}</Done>}
      </div>
      <DataTable
        caption={t('security.sessions.title')}
        rows={sessions}
        rowKey={({ id }) => id}
        instead={sessions?.length === 0 && <Empty title={t('security.sessions.empty')} />}
        columns={[
          {
            id: 'where',
            header: t('security.sessions.where'),
            phone: 'title',
            cell: (session) => <Where session={session} />,
          },
          {
            id: 'used',
            header: t('security.sessions.used'),
            whole: true,
            cell: ({ lastUsedAt }) => format.ago(lastUsedAt),
          },
          {
            id: 'since',
            header: t('security.sessions.since'),
            whole: true,
            cell: ({ startedAt }) => format.moment(startedAt),
          },
          {
            id: 'end',
            header: t('security.sessions.action'),
            align: 'end',
            phone: 'corner',
            cell: ({ id, current }) =>
              !current && (
                <Button variant="subtle" loading={end.running} onClick={() => void endOne(id)}>
                  {t('security.sessions.end')}
                </Button>
              ),
          },
        ]}
      />
      {sessions && sessions.length > 1 && (
        <div className={classes.below}>
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('security.sessions.endOthers')}
          </Button>
        </div>
      )}
      <Confirm
        open={asking}
        title={t('security.sessions.askOthers')}
        confirm={t('security.sessions.endOthers')}
        cancel={t('security.sessions.cancel')}
        busy={others.loading}
        onConfirm={() => void endAll()}
        onCancel={() => setAsking(false)}
      >
        {t('security.sessions.endOthersReach')}
      </Confirm>
    </Sheet>
  );
}

function Where({ session }: { readonly session: SessionOfPageFragment }) {
  const { t } = useTranslation();
  const { current, address, userAgent, isView, viewedByName } = session;
  const known = browserOf(userAgent);
  return (
    <TwoLines
      first={known ? t('security.sessions.on', { ...known }) : t('security.sessions.unknown')}
      second={
        isView
          ? t('security.sessions.view', { name: viewedByName ?? t('security.sessions.viewer') })
          : address && t('security.sessions.address', { address })
      }
      end={
        current && (
          <StatePill tone="ok" icon="check">
            {t('security.sessions.current')}
          </StatePill>
        )
      }
    />
  );
}
