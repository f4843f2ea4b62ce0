import { useQuery } from '@apollo/client/react';
import { OpenApplicationsDocument } from '@platen/graphql-client';
import { PageTabs } from '@platen/ui';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { ApplicationsTab } from './applications-tab';
import { InvitationsTab } from './invitations-tab';

const route = getRouteApi('/in/administration/joining');

/** How people come to have an account here: whom the administrators invited, and who asks. */
export function JoiningPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const { data } = useQuery(OpenApplicationsDocument, { fetchPolicy: 'cache-and-network' });
  const waiting = data?.applications?.totalCount;
  const tab = search.tab ?? 'invitations';
  return (
    <Page
      title={t('joining.title')}
      crumbs={[{ label: t('nav.administration') }, { label: t('joining.title') }]}
      say={typeof waiting === 'number' && t('joining.say', { count: waiting })}
    >
      <PageTabs
        label={t('joining.title')}
        tabs={[
          {
            href: paths.joining(),
            label: t('joining.tab.invitations'),
            current: tab === 'invitations',
          },
          {
            href: paths.joining({ tab: 'applications' }),
            label: t('joining.tab.applications'),
            current: tab === 'applications',
          },
        ]}
      />
      {tab === 'applications' ? <ApplicationsTab search={search} /> : <InvitationsTab search={search} />}
    </Page>
  );
}
