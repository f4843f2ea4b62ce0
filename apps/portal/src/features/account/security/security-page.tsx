import { useQuery } from '@apollo/client/react';
import { MySecurityDocument } from '@platen/graphql-client';
import { Columns, Note, Stack, useFormat } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../shared/page';
import { paths } from '../../../shared/paths';
import { ProblemState } from '../../../shared/problem-state';
import { useViewer } from '../../../shared/viewer';
import { AccountTabs } from '../account-tabs';
import { ChangePassword } from '../change-password';
import { SecondFactorsSheet } from './second-factors-sheet';
import { SessionsSheet } from './sessions-sheet';

/** How the account proves that it is its owner, and where it is signed in. */
export function SecurityPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { mustAddSecondFactor } = useViewer();
  const { data, error, refetch } = useQuery(MySecurityDocument, { fetchPolicy: 'cache-and-network' });
  const factors = data?.mySecondFactors;
  const since = factors?.since;
  return (
    <Page
      title={t('account.tab.security')}
      crumbs={[{ label: t('account.title'), href: paths.account() }, { label: t('account.tab.security') }]}
      say={
        factors && (since ? t('security.say.with', { day: format.date(since) }) : t('security.say.without'))
      }
    >
      <AccountTabs />
      <Stack>
        {mustAddSecondFactor && (
          <Note>
            <strong>{t('security.must.title')}</strong>
            <p>{t('security.must.text')}</p>
          </Note>
        )}
        {error && !data && <ProblemState error={error} onRetry={() => void refetch()} />}
        <Columns wide>
          <Stack>{factors && <SecondFactorsSheet factors={factors} onChanged={() => refetch()} />}</Stack>
          <ChangePassword />
        </Columns>
        {!error && <SessionsSheet sessions={data?.mySessions ?? undefined} onChanged={() => refetch()} />}
      </Stack>
    </Page>
  );
}
