import type { BranchOfPageFragment } from '@platen/graphql-client';
import { useTranslation } from 'react-i18next';
import { ContactWays } from '../../shared/contact-ways';
import classes from './sign-in-page.module.css';

/** Who helps with a password, by the branch's setting: one's own administrator or the provider (R5). */
export function PasswordHelp({ branch }: { readonly branch: BranchOfPageFragment }) {
  const { t } = useTranslation();
  const desk =
    branch.contacts.find(({ topic }) => topic === 'SERVICE_AND_PORTAL') ??
    branch.contacts.find(({ topic }) => topic === 'GENERAL');
  return (
    <section className={classes.help}>
      <h2>{t('signIn.help.title')}</h2>
      <p>{t(`signIn.help.${branch.passwordHelp}`, { brand: branch.brandName })}</p>
      {desk && (
        <p>
          <ContactWays contact={desk} />
        </p>
      )}
    </section>
  );
}
