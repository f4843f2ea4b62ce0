import type { ApplicationState, InvitationState } from '@platen/graphql-client';
import { type IconName, StatePill, type Tone } from '@platen/ui';
import { useTranslation } from 'react-i18next';

type Look = { readonly tone: Tone; readonly icon: IconName };

const invitationLooks: Readonly<Record<InvitationState, Look>> = {
  OPEN: { tone: 'plain', icon: 'letter' },
  ACCEPTED: { tone: 'ok', icon: 'check' },
  EXPIRED: { tone: 'warn', icon: 'silent' },
  REVOKED: { tone: 'plain', icon: 'close' },
};

const applicationLooks: Readonly<Record<ApplicationState, Look>> = {
  OPEN: { tone: 'warn', icon: 'request' },
  APPROVED: { tone: 'ok', icon: 'check' },
  DECLINED: { tone: 'plain', icon: 'close' },
  EXPIRED: { tone: 'plain', icon: 'silent' },
};

/** State of an invitation in a word. */
export function InvitationStatePill({ state }: { readonly state: InvitationState }) {
  const { t } = useTranslation();
  return <StatePill {...invitationLooks[state]}>{t(`joining.invitation.${state}`)}</StatePill>;
}

/** State of an application in a word. */
export function ApplicationStatePill({ state }: { readonly state: ApplicationState }) {
  const { t } = useTranslation();
  return <StatePill {...applicationLooks[state]}>{t(`joining.application.${state}`)}</StatePill>;
}
