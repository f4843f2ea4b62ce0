import { useQuery } from '@apollo/client/react';
import { CustomerNameDocument } from '@platen/graphql-client';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { UserList } from './user-list';
import type { UserListSearch } from './user-list-search';

const route = getRouteApi('/in/console/customers/$customerId/users');

/** The people of a customer, for staff who look after it; every look is kept in the customer's audit log. */
export function CustomerUsersPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const { customerId } = route.useParams();
  const search = route.useSearch();
  const { data } = useQuery(CustomerNameDocument, { variables: { id: customerId } });
  const show = useCallback(
    (next: UserListSearch) => router.history.replace(paths.customerUsers(customerId, next)),
    [router, customerId],
  );
  const name = data?.customer?.name;
  return (
    <Page
      title={t('users.title')}
      crumbs={[
        { label: t('nav.console') },
        { label: t('nav.customers'), href: paths.customers() },
        ...(name ? [{ label: name, href: paths.customer(customerId) }] : []),
        { label: t('users.title') },
      ]}
      about={name}
      say={t('users.sayStaff')}
    >
      <UserList customerId={customerId} search={search} onChange={show} />
    </Page>
  );
}
