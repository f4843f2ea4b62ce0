import { Done, UiLink } from '@platen/ui';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ContactWays } from '../../shared/contact-ways';
import { type BranchOfDoor, DoorPage } from '../../shared/door-page';
import { paths } from '../../shared/paths';
import { ApplyForm } from './apply-form';

const route = getRouteApi('/apply');

/** Asking for an account with the customer number (S1), where the branch takes applications. */
export function ApplyPage() {
  const { t } = useTranslation();
  const { branch: code } = route.useSearch();
  const [sent, setSent] = useState(false);
  return (
    <DoorPage title={sent ? t('apply.sent.title') : t('apply.title')} branch={code}>
      {(branch) => {
        if (sent) return <Sent />;
        if (branch?.registration === 'SELF_REGISTRATION')
          return <ApplyForm branchCode={branch.code} onSent={() => setSent(true)} />;
        return branch && <ByInvitation branch={branch} />;
      }}
    </DoorPage>
  );
}

/** The same words whatever the service knew (threats C23). */
function Sent() {
  const { t } = useTranslation();
  return (
    <>
      <Done>{t('apply.sent.text')}</Done>
      <p>{t('apply.sent.nothing')}</p>
      <p>
        <UiLink href={paths.signIn()}>{t('apply.toSignIn')}</UiLink>
      </p>
    </>
  );
}

function ByInvitation({ branch }: { readonly branch: NonNullable<BranchOfDoor> }) {
  const { t } = useTranslation();
  const desk =
    branch.contacts.find(({ topic }) => topic === 'SERVICE_AND_PORTAL') ??
    branch.contacts.find(({ topic }) => topic === 'GENERAL');
  return (
    <>
      <p>{t('apply.closed.text')}</p>
      {desk && (
        <p>
          {t('apply.closed.help')} <ContactWays contact={desk} />
        </p>
      )}
      <p>
        <UiLink href={paths.signIn()}>{t('apply.toSignIn')}</UiLink>
      </p>
    </>
  );
}
