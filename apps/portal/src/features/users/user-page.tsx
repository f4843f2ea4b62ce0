import { useQuery } from '@apollo/client/react';
import { UserDetailDocument, type UserDetailQuery } from '@platen/graphql-client';
import { Columns, Empty, Sheet, SheetBody, Stack } from '@platen/ui';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { personName } from '../../shared/person-name';
import { ProblemState } from '../../shared/problem-state';
import { useViewer } from '../../shared/viewer';
import { UserActs } from './user-acts';
import { UserDevices } from './user-devices';
import { UserFacts } from './user-facts';
import { UserRights } from './user-rights';
import { UserSessions } from './user-sessions';
import { UserStatePill } from './user-state';
import { ViewAsButton } from './view-as-button';

/** One person as whoever looks after the account sees him. */
export type UserDetail = NonNullable<UserDetailQuery['user']>;

const route = getRouteApi('/in/administration/users/$userId');

/** One person: how the account stands, what he may do, and what can be done to the account. */
export function UserPage() {
  const { t } = useTranslation();
  const { userId } = route.useParams();
  const { kind, user: viewer } = useViewer();
  const { data, error, refetch } = useQuery(UserDetailDocument, {
    variables: { id: userId },
    fetchPolicy: 'cache-and-network',
  });
  const customer = data?.user?.customer;
  const crumbs =
    kind === 'STAFF'
      ? [
          { label: t('nav.console') },
          { label: t('nav.customers'), href: paths.customers() },
          ...(customer ? [{ label: customer.name, href: paths.customer(customer.id) }] : []),
        ]
      : [{ label: t('nav.administration') }, { label: t('users.title'), href: paths.users() }];
  const user = data?.user;
  if (!user) {
    return (
      <Page title={t('users.one')} crumbs={crumbs}>
        <Sheet>
          {error && <ProblemState error={error} onRetry={() => void refetch()} />}
          {!error && user === null && (
            <Empty title={t('users.notFound.title')}>{t('users.notFound.text')}</Empty>
          )}
        </Sheet>
      </Page>
    );
  }
  const own = viewer?.id === user.id;
  return (
    <Page
      title={personName(user)}
      crumbs={[...crumbs, { label: personName(user) }]}
      about={<UserStatePill state={user.state} />}
      say={t(own ? 'users.sayOwn' : `users.sayState.${user.state}`)}
    >
      {user.state !== 'ERASED' && (
        <Columns wide>
          <Stack>
            <UserRights user={user} own={own} />
            {kind === 'USER' && <UserDevices person={user} canView={!own && user.state === 'ACTIVE'} />}
          </Stack>
          <Stack>
            <UserFacts user={user} />
            {!own && <UserActs user={user} onChanged={() => void refetch()} />}
            {kind === 'STAFF' && user.state === 'ACTIVE' && <ViewAs user={user} />}
            {!own && user.sessions && <UserSessions user={user} onEnded={() => void refetch()} />}
          </Stack>
        </Columns>
      )}
    </Page>
  );
}

/** Staff leave assignments to the organisation, but see what its people see. */
function ViewAs({ user }: { readonly user: UserDetail }) {
  const { t } = useTranslation();
  return (
    <Sheet title={t('sight.view.title')}>
      <SheetBody>
        <p>{t('sight.view.purpose', { name: personName(user) })}</p>
        <ViewAsButton userId={user.id} name={personName(user)} />
      </SheetBody>
    </Sheet>
  );
}
