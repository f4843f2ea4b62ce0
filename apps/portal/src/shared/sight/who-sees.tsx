import { useQuery } from '@apollo/client/react';
import { DeviceViewersDocument } from '@platen/graphql-client';
import { DataTable, Empty, Sheet, useFormat } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { nextCursor, nodesOf } from '../connection';
import { paths } from '../paths';
import { personName } from '../person-name';
import { ProblemState } from '../problem-state';
import { pageSize, useMore } from '../use-pages';
import { useViewer } from '../viewer';

/** Who sees a machine and since when: for those who give people machines. */
export function WhoSees({ deviceId }: { readonly deviceId: string }) {
  const { rights } = useViewer();
  const mayAsk = rights.includes('user:manage') || rights.includes('equipment:manage');
  return mayAsk ? <Viewers deviceId={deviceId} toPeople={rights.includes('user:manage')} /> : null;
}

function Viewers({ deviceId, toPeople }: { readonly deviceId: string; readonly toPeople: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, refetch, fetchMore } = useQuery(DeviceViewersDocument, {
    variables: { deviceId, first: pageSize },
  });
  const rows = nodesOf(data?.deviceViewers);
  const more = useMore(nextCursor(data?.deviceViewers), fetchMore);
  return (
    <Sheet title={t('sight.who.title')} flush>
      <DataTable
        caption={t('sight.who.title')}
        columns={[
          {
            id: 'person',
            header: t('sight.who.person'),
            cell: ({ user }) => (user ? personName(user) : t('sight.who.gone')),
            phone: 'title',
          },
          {
            id: 'why',
            header: t('sight.who.why'),
            cell: ({ reason, groups }) =>
              reason === 'ALL_OF_CUSTOMER'
                ? t('sight.who.all')
                : groups.length > 0
                  ? t('sight.who.group', { groups: format.list(groups.map(({ name }) => name)) })
                  : t('sight.who.assigned'),
            phone: 'plain',
          },
          {
            id: 'since',
            header: t('sight.who.since'),
            cell: ({ since }) => (since ? format.date(since) : t('sight.who.always')),
            phone: 'corner',
          },
        ]}
        rows={error && !rows ? [] : rows}
        rowKey={({ userId }) => userId}
        rowHref={toPeople ? ({ userId }) => paths.user(userId) : undefined}
        instead={
          error && !rows ? (
            <ProblemState error={error} onRetry={() => void refetch()} />
          ) : rows?.length === 0 ? (
            <Empty title={t('sight.who.nobody')}>{t('sight.who.nobodyText')}</Empty>
          ) : undefined
        }
        more={more}
      />
    </Sheet>
  );
}
