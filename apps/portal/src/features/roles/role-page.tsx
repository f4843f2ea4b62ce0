import { useQuery } from '@apollo/client/react';
import { RolesDocument, type RolesQuery } from '@platen/graphql-client';
import { Done, Empty, Sheet, SheetBody, Stack } from '@platen/ui';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { ProblemState } from '../../shared/problem-state';
import { RightsMatrix } from '../../shared/rights/rights-matrix';
import { roleName } from '../../shared/role-name';
import { useViewer } from '../../shared/viewer';
import { DeleteRole } from './delete-role';
import { rightsFor } from './rights-for';
import { RoleForm } from './role-form';
import { givenAbout } from './role-words';

/** A role as its page shows it. */
export type RoleOfPage = NonNullable<RolesQuery['roles']>[number];

const route = getRouteApi('/in/administration/roles/$roleId');

/** One role: what it lets people do, and the form to change it when it is one's own. */
export function RolePage() {
  const { t } = useTranslation();
  const { roleId } = route.useParams();
  const { kind } = useViewer();
  const { data, error, refetch } = useQuery(RolesDocument);
  const [saved, setSaved] = useState(false);
  const crumbs = [
    { label: t(kind === 'STAFF' ? 'nav.console' : 'nav.administration') },
    { label: t('roles.title'), href: paths.roles() },
  ];
  const role = data?.roles?.find(({ id }) => id === roleId);
  if (!role) {
    return (
      <Page title={t('roles.one')} crumbs={crumbs}>
        <Sheet>
          {error && <ProblemState error={error} onRetry={() => void refetch()} />}
          {data && <Empty title={t('roles.notFound.title')}>{t('roles.notFound.text')}</Empty>}
        </Sheet>
      </Page>
    );
  }
  const name = roleName(role.name, t);
  return (
    <Page
      title={name}
      crumbs={[...crumbs, { label: name }]}
      about={role.people !== null && t('roles.people', { count: role.people })}
      say={givenAbout(role, t)}
    >
      <Stack>
        <Sheet title={t('roles.what')}>
          <SheetBody>
            {saved && <Done>{t('roles.saved')}</Done>}
            {role.viewerCanUpdate ? (
              <RoleForm
                key={role.id}
                role={role}
                onSaved={() => setSaved(true)}
                onChange={() => setSaved(false)}
              />
            ) : (
              <>
                <RightsMatrix
                  label={t('roles.what')}
                  rights={rightsFor(kind)}
                  stateOf={(right) => ({ held: role.rights.includes(right) })}
                />
                {role.given && <p>{t('roles.givenStays')}</p>}
              </>
            )}
          </SheetBody>
        </Sheet>
        {role.viewerCanUpdate && <DeleteRole role={role} />}
      </Stack>
    </Page>
  );
}
