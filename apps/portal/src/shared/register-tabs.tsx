import { PageTabs } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { paths } from './paths';

/** The pages on which staff keep the register of machines. */
export type RegisterPage = 'register' | 'import' | 'models' | 'found';

/** The way between them. */
export function RegisterTabs({ current }: { readonly current: RegisterPage }) {
  const { t } = useTranslation();
  const hrefs = {
    register: paths.registerMachine(),
    import: paths.importMachines(),
    found: paths.foundMachines(),
    models: paths.models(),
  };
  const pages = Object.keys(hrefs) as RegisterPage[];
  return (
    <PageTabs
      label={t('register.tabs.label')}
      tabs={pages.map((page) => ({
        href: hrefs[page],
        label: t(`register.tabs.${page}`),
        current: page === current,
      }))}
    />
  );
}
