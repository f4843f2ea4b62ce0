import { Columns, Facts, Sheet, SheetBody, Stack } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { ContactWays } from '../../shared/contact-ways';
import { Page } from '../../shared/page';
import { roleName } from '../../shared/role-name';
import { useViewer, type Viewer } from '../../shared/viewer';
import { AccountTabs } from './account-tabs';
import { EmailAddress } from './email-address';
import { LanguageChoice } from './language-choice';
import { ProfileForm } from './profile-form';
import { SignOutButton } from './sign-out-button';
import { ThemeChoice } from './theme-choice';

/** Who I am here, in which language and theme, whom to ask, and the way out. */
export function AccountPage() {
  const { t } = useTranslation();
  const { user, customer, branch } = useViewer();
  return (
    <Page title={t('account.title')} crumbs={[{ label: t('account.title') }]} say={t('account.say')}>
      <AccountTabs />
      <Columns>
        <Stack>
          {user && (
            <>
              <Sheet title={t('account.profile')}>
                <SheetBody>
                  <Facts
                    facts={[
                      [t('account.role'), roleName(user.roleName, t)],
                      ...(customer
                        ? ([[t('account.organisation'), `${customer.name} (${customer.number})`]] as const)
                        : []),
                    ]}
                  />
                  <ProfileForm user={user} />
                </SheetBody>
              </Sheet>
              <Sheet title={t('address.title')}>
                <SheetBody>
                  <EmailAddress email={user.email} />
                </SheetBody>
              </Sheet>
            </>
          )}
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
          {customer && branch && <CompanyData branch={branch} />}
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

/** R8, R9: what is not changed here, and who does it. */
function CompanyData({ branch }: { readonly branch: NonNullable<Viewer['branch']> }) {
  const { t } = useTranslation();
  const billing = branch.contacts.find(({ topic }) => topic === 'BILLING');
  return (
    <Sheet title={t('account.company')}>
      <SheetBody>
        <p>{billing ? t('account.companyText') : t('account.companyNone')}</p>
        {billing && (
          <p>
            <ContactWays contact={billing} />
          </p>
        )}
      </SheetBody>
    </Sheet>
  );
}
