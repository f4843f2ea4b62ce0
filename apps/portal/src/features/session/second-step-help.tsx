import type { BranchOfPageFragment } from '@platen/graphql-client';
import { useTranslation } from 'react-i18next';
import { ContactWays } from '../../shared/contact-ways';
import classes from './sign-in-page.module.css';

/** Whom to ask when phone and recovery codes are gone. */
export function SecondStepHelp({ branch }: { readonly branch: BranchOfPageFragment }) {
  const { t } = useTranslation();
  const desk =
    branch.contacts.find(({ topic }) => topic === 'SERVICE_AND_PORTAL') ??
    branch.contacts.find(({ topic }) => topic === 'GENERAL');
  return (
    <section className={classes.help}>
      <h2>{t('signIn.help.title')}</h2>
      <p>{t('secondStep.noneLeft')}</p>
      {desk && (
        <p>
          <ContactWays contact={desk} />
        </p>
      )}
    </section>
  );
}
