import { Columns, Facts, Sheet, SheetBody, Stack } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { ContactWays } from '../../shared/contact-ways';
import { Page } from '../../shared/page';
import { roleName } from '../../shared/role-name';
import { useViewer } from '../../shared/viewer';
import { LanguageChoice } from './language-choice';
import { SignOutButton } from './sign-out-button';
import { ThemeChoice } from './theme-choice';

/** Who I am here, in which language and theme, whom to ask, and the way out. */
export function AccountPage() {
  const { t } = useTranslation();
  const { user, customer, branch } = useViewer();
  return (
    <Page title={t('account.title')} crumbs={[{ label: t('account.title') }]} say={t('account.say')}>
      <Columns>
        <Stack>
          <Sheet title={t('account.profile')}>
            <SheetBody>
              {user && (
                <Facts
                  facts={[
                    [t('account.name'), `${user.firstName} ${user.lastName}`],
                    [t('account.email'), user.email],
                    ...(user.phone ? ([[t('account.phone'), user.phone]] as const) : []),
                    [t('account.role'), roleName(user.roleName, t)],
                    ...(customer
                      ? ([[t('account.organisation'), `${customer.name} (${customer.number})`]] as const)
                      : []),
                  ]}
                />
              )}
              <p>{t('account.profileReach')}</p>
            </SheetBody>
          </Sheet>
          <Sheet title={t('account.session')}>
            <SheetBody>
              <p>{t('account.sessionText')}</p>
              <div>
                <SignOutButton />
              </div>
            </SheetBody>
          </Sheet>
        </Stack>
        <Stack>
          <Sheet title={t('account.display')}>
            <SheetBody>
              <LanguageChoice />
              <ThemeChoice />
            </SheetBody>
          </Sheet>
          {branch && (
            <Sheet title={t('account.help')}>
              <SheetBody>
                <Facts
                  facts={branch.contacts.map((contact) => [
                    t(`account.topic.${contact.topic}`),
                    <ContactWays key={contact.topic} contact={contact} />,
                  ])}
                />
              </SheetBody>
            </Sheet>
          )}
        </Stack>
      </Columns>
    </Page>
  );
}
