import { UiLink } from '@platen/ui';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DoorPage } from '../../shared/door-page';
import { NoAccount } from './no-account';
import { paths } from '../../shared/paths';
import { PasswordHelp } from './password-help';
import { SignInForm } from './sign-in-form';
import classes from './sign-in-page.module.css';

const route = getRouteApi('/sign-in');

/** The door: the branch's name, the form, and who helps when it does not open. */
export function SignInPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  return (
    <DoorPage title={t('signIn.title')} lead={t('signIn.lead')} branch={search.branch}>
      {(branch) => (
        <>
          {search.ended && (
            <p className={classes.notice} role="status">
              {t('signIn.ended')}
            </p>
          )}
          <SignInForm next={search.next} timeZone={branch?.timeZone} />
          <p className={classes.forgotten}>
            <UiLink href={paths.forgottenPassword({ branch: search.branch })}>
              {t('password.forgotten')}
            </UiLink>
          </p>
          {branch && <PasswordHelp branch={branch} />}
          {branch && <NoAccount branch={branch} />}
        </>
      )}
    </DoorPage>
  );
}
