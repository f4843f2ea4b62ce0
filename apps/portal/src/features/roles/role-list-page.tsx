import { useQuery } from '@apollo/client/react';
import { RolesDocument, type RolesQuery } from '@platen/graphql-client';
import { type Column, DataTable, Sheet, StatePill, TwoLines, UiLink } from '@platen/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { ProblemState } from '../../shared/problem-state';
import { roleName } from '../../shared/role-name';
import { useViewer } from '../../shared/viewer';
import { givenAbout } from './role-words';

type Role = NonNullable<RolesQuery['roles']>[number];

/** The roles of an organisation, or (for staff) of the branch's own people. */
export function RoleListPage() {
  const { t } = useTranslation();
  const staff = useViewer().kind === 'STAFF';
  const { data, error, refetch } = useQuery(RolesDocument, { fetchPolicy: 'cache-and-network' });
  const columns = useMemo(
    (): Column<Role>[] => [
      {
        id: 'name',
        header: t('roles.column.name'),
        cell: (role) => <TwoLines first={roleName(role.name, t)} second={givenAbout(role, t)} />,
        phone: 'title',
      },
      {
        id: 'kind',
        header: t('roles.column.kind'),
        cell: ({ given }) => (
          <StatePill tone="plain">{t(given ? 'roles.given' : 'roles.ofYourOwn')}</StatePill>
        ),
        phone: 'corner',
      },
      {
        id: 'rights',
        header: t('roles.column.rights'),
        cell: ({ rights }) => t('roles.rights', { count: rights.length }),
      },
      {
        id: 'people',
        header: t('roles.column.people'),
        cell: ({ people }) => people !== null && t('roles.people', { count: people }),
      },
    ],
    [t],
  );
  return (
    <Page
      title={t('roles.title')}
      crumbs={[{ label: t(staff ? 'nav.console' : 'nav.administration') }, { label: t('roles.title') }]}
      say={
        <>
          {t('roles.say')} <UiLink href={paths.newRole()}>{t('roles.new')}</UiLink>
        </>
      }
    >
      <Sheet flush>
        <DataTable
          caption={t('roles.title')}
          columns={columns}
          rows={error && !data ? [] : (data?.roles ?? undefined)}
          rowKey={({ id }) => id}
          rowHref={({ id }) => paths.role(id)}
          instead={error && !data ? <ProblemState error={error} onRetry={() => void refetch()} /> : undefined}
        />
      </Sheet>
    </Page>
  );
}
