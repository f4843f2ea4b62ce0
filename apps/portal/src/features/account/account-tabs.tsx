import { PageTabs } from '@platen/ui';
import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../../shared/paths';

const places = {
  profile: paths.account(),
  security: paths.security(),
  notifications: paths.notifications(),
  privacy: paths.privacy(),
} as const;

/** The pages of 'My account'. */
export function AccountTabs() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <PageTabs
      label={t('account.title')}
      tabs={(['profile', 'security', 'notifications', 'privacy'] as const).map((place) => ({
        href: places[place],
        label: t(`account.tab.${place}`),
        current: pathname === places[place],
      }))}
    />
  );
}
