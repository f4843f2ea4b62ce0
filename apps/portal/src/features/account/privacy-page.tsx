import { useQuery } from '@apollo/client/react';
import { MyAccountDocument } from '@platen/graphql-client';
import { Columns, Sheet, SheetBody, Stack } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { useViewer } from '../../shared/viewer';
import { AccountTabs } from './account-tabs';
import { ConsentForm } from './consent-form';
import { EraseAccount } from './erase-account';
import { ExportData } from './export-data';

/** R10, R11, R85-R87: what the data serve, who reads them, and their owner's say over them. */
export function PrivacyPage() {
  const { t } = useTranslation();
  const { user, customer, branch } = useViewer();
  const { data } = useQuery(MyAccountDocument);
  const title = t('account.tab.privacy');
  const brand = branch?.brandName ?? t('app.product');
  const consent = data?.myAccount?.marketingConsent;
  return (
    <Page
      title={title}
      crumbs={[{ label: t('account.title'), href: paths.account() }, { label: title }]}
      say={t('privacy.say')}
    >
      <AccountTabs />
      <Columns>
        <Stack>
          <Sheet title={t('privacy.use')}>
            <SheetBody>
              <p>{t('privacy.usePortal')}</p>
              {customer && <p>{t('privacy.useAdministrators')}</p>}
              {customer && <p>{t('privacy.useProvider', { brand })}</p>}
            </SheetBody>
          </Sheet>
          {consent && (
            <Sheet title={t('privacy.consent.title')}>
              <SheetBody>
                <ConsentForm consent={consent} brand={brand} />
              </SheetBody>
            </Sheet>
          )}
        </Stack>
        <Stack>
          <Sheet title={t('privacy.export.title')}>
            <SheetBody>
              <ExportData />
            </SheetBody>
          </Sheet>
          <Sheet title={t('privacy.erase.title')}>
            <SheetBody>
              {customer ? <EraseAccount email={user?.email ?? ''} /> : <p>{t('privacy.erase.staff')}</p>}
            </SheetBody>
          </Sheet>
        </Stack>
      </Columns>
    </Page>
  );
}
