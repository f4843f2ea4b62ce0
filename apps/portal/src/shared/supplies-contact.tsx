import { ContactWays } from './contact-ways';
import { useViewer } from './viewer';

/** A sentence and the desk for supplies, which answers it (R52, R53, R59); nothing where the branch names no desk. */
export function SuppliesContact({ words }: { readonly words: string }) {
  const contacts = useViewer().branch?.contacts ?? [];
  const contact =
    contacts.find(({ topic }) => topic === 'SUPPLIES') ?? contacts.find(({ topic }) => topic === 'GENERAL');
  if (!contact) return undefined;
  return (
    <p>
      {words} <ContactWays contact={contact} />
    </p>
  );
}
