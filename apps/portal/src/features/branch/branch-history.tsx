import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import {
  BranchHistoryDocument,
  type BranchHistoryQuery,
  BranchSettingsDocument,
  RestoreBranchVersionDocument,
} from '@platen/graphql-client';
import { Confirm, Empty, FormActions, Sheet, SheetBody, Stack, useFormat } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { nextCursor, nodesOf } from '../../shared/connection';
import { ProblemState } from '../../shared/problem-state';
import { useCommand } from '../../shared/use-command';
import { useMore } from '../../shared/use-pages';
import { Differences } from './differences';
import type { PresentSettings } from './settings-draft';

type Version = NonNullable<BranchHistoryQuery['branchHistory']>['edges'][number]['node'];

const pageSize = 10;

/** Who changed what and when, newest first; every version can be brought back. */
export function BranchHistory({ present }: { readonly present: PresentSettings }) {
  const { t } = useTranslation();
  const { data, error, refetch, fetchMore } = useQuery(BranchHistoryDocument, {
    variables: { first: pageSize },
    fetchPolicy: 'cache-and-network',
  });
  const versions = nodesOf(data?.branchHistory);
  const more = useMore(nextCursor(data?.branchHistory), fetchMore);
  if (error && !versions) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (versions?.length === 0)
    return <Empty title={t('branch.history.empty')}>{t('branch.history.emptyText')}</Empty>;
  return (
    <Stack>
      {versions?.map((version) => (
        <VersionSheet
          key={version.version}
          version={version}
          present={present}
          onRestored={() => void refetch()}
        />
      ))}
      {more && (
        <FormActions>
          <Button variant="default" loading={more.loading} onClick={more.onMore}>
            {more.label}
          </Button>
        </FormActions>
      )}
    </Stack>
  );
}

function VersionSheet(props: {
  readonly version: Version;
  readonly present: PresentSettings;
  readonly onRestored: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useApolloClient();
  const { version, changedAt, changedByName, restoredFrom, differences } = props.version;
  const command = useCommand(RestoreBranchVersionDocument, (data) => data.restoreBranchVersion);
  const [asking, setAsking] = useState(false);
  const isPresent = version === props.present.version;
  const restore = async () => {
    const done = await command.run({ input: { version, expectedVersion: props.present.version } });
    setAsking(false);
    if (!done) return;
    await client.refetchQueries({ include: [BranchSettingsDocument] });
    props.onRestored();
  };
  return (
    <Sheet
      title={t('branch.history.version', { version })}
      aside={`${format.exact(changedAt)}, ${changedByName ?? t('branch.history.product')}`}
    >
      <SheetBody>
        {restoredFrom !== null && <p>{t('branch.history.restored', { version: restoredFrom })}</p>}
        {differences.length > 0 && <Differences differences={differences} />}
        {differences.length === 0 && (
          <p>{t(version === 1 ? 'branch.history.first' : 'branch.history.same')}</p>
        )}
        <CommandProblem failure={command.failure} />
        {isPresent ? (
          <p>{t('branch.history.present')}</p>
        ) : (
          <FormActions>
            <Button variant="default" onClick={() => setAsking(true)}>
              {t('branch.history.restore')}
            </Button>
          </FormActions>
        )}
        <Confirm
          open={asking}
          title={t('branch.history.restoreTitle', { version })}
          confirm={t('branch.history.restore')}
          cancel={t('branch.back')}
          busy={command.running}
          onConfirm={() => void restore()}
          onCancel={() => setAsking(false)}
        >
          <p>{t('branch.history.consequence', { next: props.present.version + 1 })}</p>
        </Confirm>
      </SheetBody>
    </Sheet>
  );
}
