import { UiLink } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { ContactWays } from '../../shared/contact-ways';
import type { BranchOfDoor } from '../../shared/door-page';
import { paths } from '../../shared/paths';

/** The link does not work: why that may be, and what to do. */
export function LinkGone({ branch }: { readonly branch: BranchOfDoor }) {
  const { t } = useTranslation();
  const desk =
    branch?.contacts.find(({ topic }) => topic === 'SERVICE_AND_PORTAL') ??
    branch?.contacts.find(({ topic }) => topic === 'GENERAL');
  return (
    <div role="alert">
      <p>
        <strong>{t('invitation.gone.title')}</strong>
      </p>
      <p>{t('invitation.gone.why')}</p>
      <p>{t('invitation.gone.ask')}</p>
      <p>
        {t('invitation.gone.joined')} <UiLink href={paths.signIn()}>{t('invitation.gone.signIn')}</UiLink>
      </p>
      {desk && (
        <p>
          {t('invitation.gone.help')} <ContactWays contact={desk} />
        </p>
      )}
    </div>
  );
}
