import { useQuery } from '@apollo/client/react';
import { SignInBranchDocument } from '@platen/graphql-client';
import { Brand } from '@platen/ui';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../../shared/paths';
import { LanguageSwitch } from './language-switch';
import { PasswordHelp } from './password-help';
import { SignInForm } from './sign-in-form';
import classes from './sign-in-page.module.css';

const route = getRouteApi('/sign-in');

/** The door: the branch's name, the form, and who helps when it does not open. */
export function SignInPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const { data } = useQuery(SignInBranchDocument, { variables: { code: search.branch ?? null } });
  const branch = data?.branch;
  const brand = branch?.brandName ?? t('app.product');
  return (
    <div className={classes.page}>
      <title>{`${t('signIn.title')} · ${brand}`}</title>
      <header className={classes.head}>
        <Brand brand={brand} href={paths.signIn()} />
        <LanguageSwitch />
      </header>
      <main className={classes.main}>
        <div className={classes.card}>
          <h1>{t('signIn.title')}</h1>
          <p className={classes.lead}>{t('signIn.lead')}</p>
          {search.ended && (
            <p className={classes.notice} role="status">
              {t('signIn.ended')}
            </p>
          )}
          <SignInForm next={search.next} timeZone={branch?.timeZone} />
          {branch && <PasswordHelp branch={branch} />}
        </div>
      </main>
    </div>
  );
}
