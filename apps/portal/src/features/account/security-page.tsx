import { Columns, Stack } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { AccountTabs } from './account-tabs';
import { ChangePassword } from './change-password';

/** How the account is kept from others. */
export function SecurityPage() {
  const { t } = useTranslation();
  const title = t('account.tab.security');
  return (
    <Page title={title} crumbs={[{ label: t('account.title'), href: paths.account() }, { label: title }]}>
      <AccountTabs />
      <Columns>
        <Stack>
          <ChangePassword />
        </Stack>
      </Columns>
    </Page>
  );
}
