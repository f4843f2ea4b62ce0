import { useQuery } from '@apollo/client/react';
import { PartnerKeysDocument } from '@platen/graphql-client';
import { DataTable, Done, Empty, Sheet, Stack } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../shared/button-link';
import { nextCursor, nodesOf } from '../../shared/connection';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { ProblemState } from '../../shared/problem-state';
import { pageSize, useMore } from '../../shared/use-pages';
import { useViewer } from '../../shared/viewer';
import { HowTo } from './how-to';
import { type Key, useKeyColumns } from './key-columns';
import { type ShownKey, KeyShown } from './key-shown';
import { RevokeKey } from './revoke-key';
import { RotateKey } from './rotate-key';

/** Keys of other systems: what each may do, when it was last used, and its end (threats C7). */
export function KeyListPage() {
  const { t } = useTranslation();
  const isStaff = useViewer().kind === 'STAFF';
  const [rotating, setRotating] = useState<Key>();
  const [revoking, setRevoking] = useState<Key>();
  const [shown, setShown] = useState<ShownKey>();
  const [revoked, setRevoked] = useState<string>();
  const { data, error, refetch, fetchMore } = useQuery(PartnerKeysDocument, {
    variables: { first: pageSize },
    fetchPolicy: 'cache-and-network',
  });
  const list = data?.partnerKeys;
  const rows = nodesOf(list);
  const more = useMore(nextCursor(list), fetchMore);
  const columns = useKeyColumns({ withOwner: isStaff, onRotate: setRotating, onRevoke: setRevoking });
  const open = rows?.filter(({ state }) => state === 'ACTIVE' || state === 'REPLACED').length;
  const make = <ButtonLink href={paths.newKey()}>{t('keys.make')}</ButtonLink>;
  const instead = () => {
    if (error && !rows) return <ProblemState error={error} onRetry={() => void refetch()} />;
    if (rows?.length !== 0) return undefined;
    return (
      <Empty title={t('keys.empty.title')} action={make}>
        {t('keys.empty.text')}
      </Empty>
    );
  };
  return (
    <Page
      title={t('keys.title')}
      crumbs={[{ label: t('nav.administration') }, { label: t('keys.title') }]}
      about={t('keys.about')}
      say={open !== undefined && !more && t('keys.say', { count: open })}
      actions={rows && rows.length > 0 && make}
    >
      <Stack>
        {revoked !== undefined && <Done>{t('keys.revoked', { name: revoked })}</Done>}
        {shown && <KeyShown shown={shown} onKept={() => setShown(undefined)} />}
        <Sheet flush>
          <DataTable
            caption={t('keys.title')}
            columns={columns}
            rows={error && !rows ? [] : rows}
            rowKey={({ id }) => id}
            instead={instead()}
            more={more}
          />
        </Sheet>
        <HowTo />
      </Stack>
      <RotateKey
        of={rotating}
        onClose={() => setRotating(undefined)}
        onDone={(next) => {
          setRotating(undefined);
          setRevoked(undefined);
          setShown(next);
          void refetch();
        }}
      />
      <RevokeKey
        of={revoking}
        onClose={() => setRevoking(undefined)}
        onDone={(name) => {
          setRevoking(undefined);
          setRevoked(name);
        }}
      />
    </Page>
  );
}
