import { useTranslation } from 'react-i18next';
import { ContactWays } from './contact-ways';
import { useViewer } from './viewer';

/** Whom to call to change, cancel or return an order (R59). */
export function SuppliesContact() {
  const { t } = useTranslation();
  const contacts = useViewer().branch?.contacts ?? [];
  const contact =
    contacts.find(({ topic }) => topic === 'SUPPLIES') ?? contacts.find(({ topic }) => topic === 'GENERAL');
  if (!contact) return undefined;
  return (
    <p>
      {t('orders.change')} <ContactWays contact={contact} />
    </p>
  );
}
