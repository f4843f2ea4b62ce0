import { useTranslation } from 'react-i18next';
import { ContactWays } from '../contact-ways';
import { useViewer } from '../viewer';

/** Where questions about readings go: the branch's own desk for them (R64). */
export function MetersContact() {
  const { t } = useTranslation();
  const contacts = useViewer().branch?.contacts ?? [];
  const contact =
    contacts.find(({ topic }) => topic === 'METERS') ?? contacts.find(({ topic }) => topic === 'GENERAL');
  if (!contact) return undefined;
  return (
    <p>
      {t('readings.questions')} <ContactWays contact={contact} />
    </p>
  );
}
