import { Button } from '@mantine/core';
import { Done, Sheet, SheetBody } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RightsMatrix } from '../../shared/rights/rights-matrix';
import { organisationRights } from '../../shared/rights/right-words';
import { roleName } from '../../shared/role-name';
import type { UserDetail } from './user-page';
import { UserRightsForm } from './user-rights-form';

/** What a person may see and do, and where each right comes from; with the way to change it. */
export function UserRights({ user, own }: { readonly user: UserDetail; readonly own: boolean }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const [saved, setSaved] = useState(false);
  const role = roleName(user.role.name, t);
  const finish = (done: boolean) => {
    setEditing(false);
    setSaved(done);
  };
  return (
    <Sheet title={t('users.rights.title')} aside={!editing && t('users.rights.role', { role })}>
      <SheetBody>
        {saved && <Done>{t('users.rights.saved')}</Done>}
        {editing ? (
          <UserRightsForm user={user} onDone={() => finish(true)} onCancel={() => finish(false)} />
        ) : (
          <>
            <RightsMatrix
              label={t('users.rights.title')}
              rights={organisationRights}
              stateOf={(right) => ({
                held: user.rights.includes(right),
                note: user.grantedRights.includes(right) ? t('users.rights.onTop') : undefined,
              })}
            />
            {user.viewerCanChangeRights && (
              <div>
                <Button variant="default" onClick={() => setEditing(true)}>
                  {t('users.rights.change')}
                </Button>
              </div>
            )}
            {own && <p>{t('users.rights.own')}</p>}
          </>
        )}
      </SheetBody>
    </Sheet>
  );
}
