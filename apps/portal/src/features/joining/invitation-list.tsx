import { useQuery } from '@apollo/client/react';
import { Button, NativeSelect } from '@mantine/core';
import {
  type InvitationRowFragment,
  type InvitationState,
  InvitationsDocument,
} from '@platen/graphql-client';
import { type Column, DataTable, Empty, FilterBar, NoResults, Sheet, TwoLines, useFormat } from '@platen/ui';
import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { nextCursor, nodesOf } from '../../shared/connection';
import { paths } from '../../shared/paths';
import { ProblemState } from '../../shared/problem-state';
import { roleName } from '../../shared/role-name';
import { pageSize, useMore } from '../../shared/use-pages';
import { InvitationActs } from './invitation-acts';
import { InvitationStatePill } from './joining-state';

const states: readonly InvitationState[] = ['OPEN', 'ACCEPTED', 'EXPIRED', 'REVOKED'];

/** Everybody who was invited in the last weeks, by whom, and what became of it. */
export function InvitationList({ state: asked }: { readonly state: string | undefined }) {
  const { t } = useTranslation();
  const router = useRouter();
  const state = states.find((known) => known === asked);
  const { data, previousData, error, refetch, fetchMore } = useQuery(InvitationsDocument, {
    variables: { first: pageSize, state: state ?? null },
    fetchPolicy: 'cache-and-network',
  });
  const list = (data ?? previousData)?.invitations;
  const rows = nodesOf(list);
  const more = useMore(nextCursor(list), fetchMore);
  const columns = useColumns();
  const show = (next: string) => router.history.replace(paths.joining({ state: next }));
  const instead = () => {
    if (error && !rows) return <ProblemState error={error} onRetry={() => void refetch()} />;
    if (rows?.length !== 0) return undefined;
    if (!state) return <Empty title={t('joining.none.title')}>{t('joining.none.text')}</Empty>;
    const clear = (
      <Button variant="default" onClick={() => show('')}>
        {t('list.clear')}
      </Button>
    );
    return <NoResults title={t('joining.noResults')} action={clear} />;
  };
  return (
    <section aria-label={t('joining.tab.invitations')}>
      <FilterBar label={t('list.filters')}>
        <NativeSelect
          label={t('joining.state')}
          data={[
            { value: '', label: t('joining.all') },
            ...states.map((value) => ({ value, label: t(`joining.invitation.${value}`) })),
          ]}
          value={state ?? ''}
          onChange={({ currentTarget }) => show(currentTarget.value)}
        />
      </FilterBar>
      <Sheet flush>
        <DataTable
          caption={t('joining.tab.invitations')}
          columns={columns}
          rows={error && !rows ? [] : rows}
          rowKey={({ id }) => id}
          instead={instead()}
          more={more}
        />
      </Sheet>
    </section>
  );
}

function useColumns(): Column<InvitationRowFragment>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'email',
        header: t('joining.email'),
        cell: (row) => (
          <TwoLines
            first={row.email}
            second={[
              row.roleName ? roleName(row.roleName, t) : t('joining.roleDeleted'),
              row.grantedRights.length > 0 && t('joining.moreRights', { count: row.grantedRights.length }),
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        ),
        phone: 'title',
      },
      {
        id: 'state',
        header: t('joining.state'),
        cell: ({ state }) => <InvitationStatePill state={state} />,
        phone: 'corner',
      },
      {
        id: 'by',
        header: t('joining.by'),
        cell: ({ invitedBy, createdAt, fromApplication }) => (
          <TwoLines
            plain
            first={invitedBy ? `${invitedBy.firstName} ${invitedBy.lastName}` : t('joining.byNobody')}
            second={t(fromApplication ? 'joining.asked' : 'joining.on', { moment: format.moment(createdAt) })}
          />
        ),
      },
      {
        id: 'until',
        header: t('joining.until'),
        cell: ({ state, expiresAt }) => state === 'OPEN' && format.moment(expiresAt),
        whole: true,
      },
      {
        id: 'acts',
        header: t('joining.acts'),
        cell: (row) => <InvitationActs invitation={row} />,
        align: 'end',
      },
    ],
    [t, format],
  );
}
