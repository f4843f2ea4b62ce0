import { Sheet, SheetBody } from '@platen/ui';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { useViewer } from '../../shared/viewer';
import { RoleForm } from './role-form';

/** A new role: its name, and what it lets people do. */
export function NewRolePage() {
  const { t } = useTranslation();
  const router = useRouter();
  const { kind } = useViewer();
  return (
    <Page
      title={t('roles.new')}
      crumbs={[
        { label: t(kind === 'STAFF' ? 'nav.console' : 'nav.administration') },
        { label: t('roles.title'), href: paths.roles() },
        { label: t('roles.new') },
      ]}
      say={t('roles.newSay')}
    >
      <Sheet>
        <SheetBody>
          <RoleForm role={null} onSaved={(id) => router.history.push(paths.role(id))} />
        </SheetBody>
      </Sheet>
    </Page>
  );
}
