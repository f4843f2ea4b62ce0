import { useQuery } from '@apollo/client/react';
import { StaffDocument, type StaffQuery } from '@platen/graphql-client';
import {
  Columns,
  type Column,
  DataTable,
  Empty,
  Sheet,
  Stack,
  StatePill,
  TwoLines,
  useFormat,
} from '@platen/ui';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { nextCursor, nodesOf } from '../../shared/connection';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { ProblemState } from '../../shared/problem-state';
import { roleName } from '../../shared/role-name';
import { pageSize, useMore } from '../../shared/use-pages';
import { InviteStaff } from './invite-staff';
import { OpenInvitations } from './open-invitations';
import { StaffMemberSheet } from './staff-member-sheet';

/** One of the branch's own people. */
export type StaffMember = NonNullable<StaffQuery['staff']>['edges'][number]['node'];

const route = getRouteApi('/in/console/staff');

/** The branch's own people: who they are, what they may do, how somebody joins or leaves. @param demand  what they have to prove */
export function StaffPage({ demand }: { readonly demand?: ReactNode }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { member: chosen } = route.useSearch();
  const { data, previousData, error, refetch, fetchMore } = useQuery(StaffDocument, {
    variables: { first: pageSize },
    fetchPolicy: 'cache-and-network',
  });
  const list = (data ?? previousData)?.staff;
  const rows = nodesOf(list);
  const more = useMore(nextCursor(list), fetchMore);
  const member = rows?.find(({ id }) => id === chosen);
  const columns = useMemo(
    (): Column<StaffMember>[] => [
      {
        id: 'name',
        header: t('staff.column.name'),
        cell: ({ firstName, lastName, email }) => (
          <TwoLines first={`${firstName} ${lastName}`} second={email} />
        ),
        phone: 'title',
      },
      {
        id: 'role',
        header: t('staff.column.role'),
        cell: ({ role }) => roleName(role.name, t),
        phone: 'plain',
      },
      {
        id: 'state',
        header: t('staff.column.state'),
        cell: ({ state }) => (
          <StatePill tone={state === 'ACTIVE' ? 'ok' : 'plain'}>{t(`staff.state.${state}`)}</StatePill>
        ),
        phone: 'corner',
      },
      {
        id: 'seen',
        header: t('staff.column.seen'),
        cell: ({ lastSignedInAt }) => (lastSignedInAt ? format.ago(lastSignedInAt) : t('staff.never')),
        phone: 'plain',
      },
    ],
    [t, format],
  );
  const instead = () => {
    if (error && !rows) return <ProblemState error={error} onRetry={() => void refetch()} />;
    if (rows?.length !== 0) return undefined;
    return <Empty title={t('staff.empty.title')}>{t('staff.empty.text')}</Empty>;
  };
  return (
    <Page
      title={t('staff.title')}
      crumbs={[{ label: t('nav.console') }, { label: t('staff.title') }]}
      say={list && list.totalCount !== null && t('staff.say', { count: list.totalCount })}
    >
      <Columns wide>
        <Stack>
          <Sheet flush>
            <DataTable
              caption={t('staff.title')}
              columns={columns}
              rows={error && !rows ? [] : rows}
              rowKey={({ id }) => id}
              rowHref={({ id }) => paths.staff({ member: id })}
              instead={instead()}
              more={more}
            />
          </Sheet>
        </Stack>
        <Stack>
          {member && <StaffMemberSheet key={member.id} member={member} />}
          <InviteStaff />
          <OpenInvitations />
          {demand}
        </Stack>
      </Columns>
    </Page>
  );
}
