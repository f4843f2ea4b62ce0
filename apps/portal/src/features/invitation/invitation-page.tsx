import { useQuery } from '@apollo/client/react';
import { InvitationForDocument } from '@platen/graphql-client';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DoorPage } from '../../shared/door-page';
import { speak } from '../../shared/i18n';
import { languageFor } from '../../shared/language';
import { ProblemState } from '../../shared/problem-state';
import { useLinkToken } from '../../shared/use-link-token';
import { AcceptForm } from './accept-form';
import { Joined } from './joined';
import { LinkGone } from './link-gone';

/** Where the link of an invitation leads: what one is invited to, and the account that comes of it (R15-R17). */
export function InvitationPage() {
  const { t, i18n } = useTranslation();
  const token = useLinkToken();
  const [joined, setJoined] = useState<string>();
  const { data, error, loading, refetch } = useQuery(InvitationForDocument, {
    variables: { token },
    skip: token === '',
    fetchPolicy: 'no-cache',
  });
  const invitation = data?.invitationFor;
  const language = invitation && languageFor([invitation.locale]);
  useEffect(() => {
    // the inviter knows which language the invited person speaks; a later choice on this page stands
    if (language) void speak(i18n, language);
  }, [language, i18n]);

  const title = joined === undefined ? t('invitation.title') : t('invitation.joined.title');
  return (
    <DoorPage title={title} branch={invitation?.branchCode}>
      {(branch) => {
        if (joined !== undefined) return <Joined email={joined} />;
        if (error && !data) return <ProblemState error={error} onRetry={() => void refetch()} />;
        if (loading) return <p role="status">{t('invitation.loading')}</p>;
        if (!invitation) return <LinkGone branch={branch} />;
        return <AcceptForm token={token} invitation={invitation} onJoined={setJoined} />;
      }}
    </DoorPage>
  );
}
