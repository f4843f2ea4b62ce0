import { Columns, Stack } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/page';
import { useViewer } from '../../shared/viewer';
import { NotificationAddressSection } from './notification-address-section';
import { RegistrationSection } from './registration-section';
import { SecondFactorSection } from './second-factor-section';

/** What an administrator decides for the whole organisation, one section for each decision. */
export function OrganisationPage() {
  const { t } = useTranslation();
  const { customer } = useViewer();
  return (
    <Page
      title={t('organisation.title')}
      crumbs={[{ label: t('nav.administration') }, { label: t('organisation.title') }]}
      about={customer && t('organisation.about', { name: customer.name, number: customer.number })}
      say={t('organisation.say')}
    >
      <Columns>
        <Stack>
          <RegistrationSection />
        </Stack>
        <Stack>
          <NotificationAddressSection />
          <SecondFactorSection />
        </Stack>
      </Columns>
    </Page>
  );
}
