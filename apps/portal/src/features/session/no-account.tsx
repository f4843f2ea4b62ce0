import type { BranchOfPageFragment } from '@platen/graphql-client';
import { UiLink } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { paths } from '../../shared/paths';
import classes from './sign-in-page.module.css';

/** How somebody without an account comes to one, by the branch's setting (R15, S1). */
export function NoAccount({ branch }: { readonly branch: BranchOfPageFragment }) {
  const { t } = useTranslation();
  return (
    <section className={classes.help}>
      <h2>{t('apply.none.title')}</h2>
      {branch.registration === 'SELF_REGISTRATION' ? (
        <p>
          {t('apply.none.apply')}{' '}
          <UiLink href={paths.apply({ branch: branch.code })}>{t('apply.none.link')}</UiLink>
        </p>
      ) : (
        <p>{t('apply.none.invitation')}</p>
      )}
    </section>
  );
}
