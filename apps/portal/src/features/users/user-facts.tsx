import { Button } from '@mantine/core';
import { Age, Facts, Sheet, SheetBody, UiLink } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageFor, languageNames } from '../../shared/language';
import { paths } from '../../shared/paths';
import { personName } from '../../shared/person-name';
import { UserDataForm } from './user-data-form';
import type { UserDetail } from './user-page';

/** How to reach a person, and how the account came and is used. */
export function UserFacts({ user }: { readonly user: UserDetail }) {
  const { t } = useTranslation();
  const [correcting, setCorrecting] = useState(false);
  const { email, phone, locale, invitedBy, createdAt, lastSignedInAt, hasSecondFactor } = user;
  const inviter = invitedBy && <UiLink href={paths.user(invitedBy.id)}>{personName(invitedBy)}</UiLink>;
  if (correcting)
    return (
      <Sheet title={t('users.account')}>
        <SheetBody>
          <UserDataForm user={user} onDone={() => setCorrecting(false)} />
        </SheetBody>
      </Sheet>
    );
  return (
    <Sheet title={t('users.account')}>
      <SheetBody>
        <Facts
          facts={[
            [t('users.fact.email'), email],
            ...(phone ? ([[t('users.fact.phone'), phone]] as const) : []),
            [t('users.fact.language'), languageNames[languageFor([locale])]],
            [
              t('users.fact.secondFactor'),
              t(hasSecondFactor ? 'users.secondFactorOn' : 'users.secondFactorOff'),
            ],
            [
              t('users.fact.lastSignedIn'),
              lastSignedInAt ? <Age key="age" at={lastSignedInAt} sentence /> : t('users.neverSignedIn'),
            ],
            [t('users.fact.since'), <Age key="since" at={createdAt} sentence />],
            ...(inviter ? ([[t('users.fact.invitedBy'), inviter]] as const) : []),
          ]}
        />
        {user.viewerCanUpdate && (
          <div>
            <Button variant="default" onClick={() => setCorrecting(true)}>
              {t('users.correct.button')}
            </Button>
          </div>
        )}
      </SheetBody>
    </Sheet>
  );
}
