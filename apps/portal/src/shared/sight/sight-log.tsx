import { useQuery } from '@apollo/client/react';
import { SightChangesDocument, type SightChangesQuery } from '@platen/graphql-client';
import { DataTable, Empty, Sheet, useFormat } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { nextCursor, nodesOf } from '../connection';
import { personName } from '../person-name';
import { ProblemState } from '../problem-state';
import { pageSize, useMore } from '../use-pages';

type Change = NonNullable<SightChangesQuery['sightChanges']>['edges'][number]['node'];

/** What machines a person gained and lost, newest first (field.md P24). */
export function SightLog({ userId }: { readonly userId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, refetch, fetchMore } = useQuery(SightChangesDocument, {
    variables: { userId, first: pageSize },
    fetchPolicy: 'cache-and-network',
  });
  const rows = nodesOf(data?.sightChanges);
  const more = useMore(nextCursor(data?.sightChanges), fetchMore);
  const what = ({ added, removed, addedDevices, removedDevices }: Change) => (
    <>
      {added > 0 && <p>{t('sight.log.added', { count: added, names: namesOf(addedDevices) })}</p>}
      {removed > 0 && <p>{t('sight.log.removed', { count: removed, names: namesOf(removedDevices) })}</p>}
    </>
  );
  const namesOf = (devices: Change['addedDevices']) => format.list(devices.map(({ name }) => name));
  return (
    <Sheet title={t('sight.log.title')} flush>
      <DataTable
        caption={t('sight.log.title')}
        columns={[
          { id: 'at', header: t('sight.log.at'), cell: ({ at }) => format.moment(at), phone: 'title' },
          { id: 'what', header: t('sight.log.what'), cell: what, phone: 'plain' },
          { id: 'why', header: t('sight.log.why'), cell: ({ reason }) => t(`sight.log.reason.${reason}`) },
          {
            id: 'by',
            header: t('sight.log.by'),
            cell: ({ changedBy }) => (changedBy ? personName(changedBy) : t('sight.log.byItself')),
          },
        ]}
        rows={error && !rows ? [] : rows}
        rowKey={({ id }) => id}
        instead={
          error && !rows ? (
            <ProblemState error={error} onRetry={() => void refetch()} />
          ) : rows?.length === 0 ? (
            <Empty title={t('sight.log.empty')}>{t('sight.log.emptyText')}</Empty>
          ) : undefined
        }
        more={more}
      />
    </Sheet>
  );
}
