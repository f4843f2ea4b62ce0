import { UiLink } from '@platen/ui';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { UserList } from './user-list';
import type { UserListSearch } from './user-list-search';

const route = getRouteApi('/in/administration/users');

/** The people of the viewer's organisation: who can sign in, with which role. */
export function UserListPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const search = route.useSearch();
  const show = useCallback((next: UserListSearch) => router.history.replace(paths.users(next)), [router]);
  return (
    <Page
      title={t('users.title')}
      crumbs={[{ label: t('nav.administration') }, { label: t('users.title') }]}
      say={
        <>
          {t('users.say')} <UiLink href={paths.joining()}>{t('users.invite')}</UiLink>
        </>
      }
    >
      <UserList search={search} onChange={show} />
    </Page>
  );
}
