import { useQuery } from '@apollo/client/react';
import { CustomerDocument, type CustomerQuery } from '@platen/graphql-client';
import { Columns, Empty, Sheet, SheetBody, Stack, StatePill, UiLink, useFormat } from '@platen/ui';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { ProblemState } from '../../shared/problem-state';
import { CustomerAccess } from './customer-access';
import { CustomerFactsSheet } from './customer-facts';
import { InviteAdministrator } from './invite-administrator';

/** A customer as the console shows it. */
export type Customer = NonNullable<CustomerQuery['customer']>;

const route = getRouteApi('/in/console/customers/$customerId');

/** One customer: what the branch knows of it, its access, who looks after its people. */
export function CustomerPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { customerId } = route.useParams();
  const { data, error, refetch } = useQuery(CustomerDocument, {
    variables: { id: customerId },
    fetchPolicy: 'cache-and-network',
  });
  const customer = data?.customer;
  const crumbs = [
    { label: t('nav.console') },
    { label: t('customers.title'), href: paths.customers() },
    { label: customer?.name ?? t('customers.one') },
  ];
  if (error && !data)
    return (
      <Page title={t('customers.one')} crumbs={crumbs}>
        <ProblemState error={error} onRetry={() => void refetch()} />
      </Page>
    );
  if (data && !customer)
    return (
      <Page title={t('customers.one')} crumbs={crumbs}>
        <Empty title={t('customers.notFound.title')}>{t('customers.notFound.text')}</Empty>
      </Page>
    );
  if (!customer) return <Page title={t('customers.one')} crumbs={crumbs} children={null} />;
  return (
    <Page
      title={customer.name}
      crumbs={crumbs}
      about={t('customers.number', { number: customer.number })}
      say={
        customer.suspendedAt ? (
          <StatePill tone="warn" icon="warning">
            {t('customers.suspendedSince', { at: format.moment(customer.suspendedAt) })}
          </StatePill>
        ) : (
          t('customers.hasAccess')
        )
      }
    >
      <Columns>
        <Stack>
          <CustomerFactsSheet customer={customer} />
          <Sheet title={t('customers.people')}>
            <SheetBody>
              <p>{t('customers.peopleText')}</p>
              <UiLink href={paths.customerUsers(customer.id)}>{t('customers.peopleLink')}</UiLink>
            </SheetBody>
          </Sheet>
        </Stack>
        {customer.viewerCanManage && (
          <Stack>
            <InviteAdministrator customer={customer} />
            <CustomerAccess customer={customer} />
          </Stack>
        )}
      </Columns>
    </Page>
  );
}
