import { useQuery } from '@apollo/client/react';
import { Skeleton, Switch } from '@mantine/core';
import { MyAccountDocument, UpdateMyNoticesDocument } from '@platen/graphql-client';
import { Columns, Done, Points, Sheet, SheetBody } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { ProblemState } from '../../shared/problem-state';
import { useCommand } from '../../shared/use-command';
import { useViewer } from '../../shared/viewer';
import { AccountTabs } from './account-tabs';

/** Which mails come of themselves, which of them can be switched off, and why the others cannot. */
export function NotificationsPage() {
  const { t } = useTranslation();
  const { user } = useViewer();
  const title = t('account.tab.notifications');
  return (
    <Page
      title={title}
      crumbs={[{ label: t('account.title'), href: paths.account() }, { label: title }]}
      say={t('notices.say')}
    >
      <AccountTabs />
      <Columns>
        <Sheet title={t('notices.choose')}>
          <SheetBody>
            <DevicesNotice />
          </SheetBody>
        </Sheet>
        <Sheet title={t('notices.always')}>
          <SheetBody>
            <p>{t('notices.alwaysWhy')}</p>
            <Points
              points={(['security', 'rights', 'account'] as const).map((notice) => ({
                key: notice,
                text: t(`notices.${notice}`),
              }))}
            />
            <p>
              {t('notices.to', { email: user?.email ?? '' })} {t('notices.language')}
            </p>
          </SheetBody>
        </Sheet>
      </Columns>
    </Page>
  );
}

function DevicesNotice() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(MyAccountDocument);
  const command = useCommand(UpdateMyNoticesDocument, (answer) => answer.updateMyNotices);
  const [saved, setSaved] = useState<boolean>();
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data?.myAccount) return <Skeleton height={48} />;
  const choose = async (devicesChanged: boolean) => {
    const done = await command.run({ input: { devicesChanged } });
    if (!done) return;
    setSaved(done.devicesChanged);
    void refetch();
  };
  return (
    <>
      <CommandProblem failure={command.failure} />
      <Switch
        label={t('notices.devices')}
        description={t('notices.devicesReach')}
        checked={saved ?? data.myAccount.tellsDevicesChanged}
        onChange={({ currentTarget }) => void choose(currentTarget.checked)}
      />
      {saved !== undefined && <Done>{saved ? t('notices.on') : t('notices.off')}</Done>}
    </>
  );
}
