import { useQuery } from '@apollo/client/react';
import { BranchSettingsDocument } from '@platen/graphql-client';
import { PageTabs, useFormat } from '@platen/ui';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { ProblemState } from '../../shared/problem-state';
import { useViewer } from '../../shared/viewer';
import { BranchHistory } from './branch-history';
import { SettingsForm } from './settings-form';

const route = getRouteApi('/in/console/branch');

/** What makes this branch different from others, and how it became so. */
export function BranchSettingsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { branch } = useViewer();
  const { tab } = route.useSearch();
  const { data, error, refetch } = useQuery(BranchSettingsDocument, { fetchPolicy: 'cache-and-network' });
  const present = data?.branchSettings;
  const name = present?.changedByName;
  const at = present ? format.ago(present.changedAt) : '';
  return (
    <Page
      title={t('branch.title')}
      crumbs={[{ label: t('nav.console') }, { label: t('branch.title') }]}
      about={branch && `${branch.name} (${branch.code})`}
      say={
        present &&
        (name
          ? t('branch.say', { version: present.version, name, at })
          : t('branch.sayFirst', { version: present.version, at }))
      }
    >
      <PageTabs
        label={t('branch.title')}
        tabs={[
          { href: paths.branchSettings(), label: t('branch.tab.settings'), current: tab !== 'history' },
          {
            href: paths.branchSettings({ tab: 'history' }),
            label: t('branch.tab.history'),
            current: tab === 'history',
          },
        ]}
      />
      {error && !present && <ProblemState error={error} onRetry={() => void refetch()} />}
      {present && tab === 'history' && <BranchHistory present={present} />}
      {present && tab !== 'history' && <SettingsForm key={present.version} present={present} />}
    </Page>
  );
}
