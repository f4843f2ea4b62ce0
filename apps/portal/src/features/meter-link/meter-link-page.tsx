import { useQuery } from '@apollo/client/react';
import { MeterLinkDocument } from '@platen/graphql-client';
import { UiLink } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { ContactWays } from '../../shared/contact-ways';
import { type BranchOfDoor, DoorPage } from '../../shared/door-page';
import { paths } from '../../shared/paths';
import { ProblemState } from '../../shared/problem-state';
import { useLinkToken } from '../../shared/use-link-token';
import { EnterCounters } from './enter-counters';

/** Where the link of a reminder leads: counters entered beside the machine, on a phone, without a password (P17, P22). */
export function MeterLinkPage() {
  const { t } = useTranslation();
  const token = useLinkToken();
  const { data, error, loading, refetch } = useQuery(MeterLinkDocument, {
    variables: { token },
    skip: token === '',
    fetchPolicy: 'no-cache',
  });
  const link = data?.meterLink;
  return (
    <DoorPage title={t('meterLink.title')} branch={link?.branchCode}>
      {(branch) => {
        if (error && !data) return <ProblemState error={error} onRetry={() => void refetch()} />;
        if (loading) return <p role="status">{t('meterLink.loading')}</p>;
        if (!link) return <LinkGone branch={branch} />;
        return <EnterCounters token={token} link={link} />;
      }}
    </DoorPage>
  );
}

/** Too old, replaced, used up or mistyped: nobody is told which, but everybody what to do. */
function LinkGone({ branch }: { readonly branch: BranchOfDoor }) {
  const { t } = useTranslation();
  const desk =
    branch?.contacts.find(({ topic }) => topic === 'METERS') ??
    branch?.contacts.find(({ topic }) => topic === 'GENERAL');
  return (
    <div role="alert">
      <p>
        <strong>{t('meterLink.gone.title')}</strong>
      </p>
      <p>{t('meterLink.gone.why')}</p>
      <p>
        {t('meterLink.gone.else')} <UiLink href={paths.signIn()}>{t('meterLink.gone.signIn')}</UiLink>
      </p>
      {desk && (
        <p>
          {t('meterLink.gone.help')} <ContactWays contact={desk} />
        </p>
      )}
    </div>
  );
}
