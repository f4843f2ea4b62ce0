import type { UserState } from '@platen/graphql-client';
import { type IconName, StatePill, type Tone } from '@platen/ui';
import { useTranslation } from 'react-i18next';

const looks: Readonly<Record<UserState, { tone: Tone; icon: IconName }>> = {
  ACTIVE: { tone: 'ok', icon: 'check' },
  INVITED: { tone: 'plain', icon: 'letter' },
  DEACTIVATED: { tone: 'warn', icon: 'locked' },
  ERASED: { tone: 'plain', icon: 'close' },
};

/** How an account stands, in a word. */
export function UserStatePill({ state }: { readonly state: UserState }) {
  const { t } = useTranslation();
  return <StatePill {...looks[state]}>{t(`users.state.${state}`)}</StatePill>;
}
