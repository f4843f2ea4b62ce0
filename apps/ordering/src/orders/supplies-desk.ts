import type { BranchSettings, Contact, Locale } from '@platen/contracts';
import { message } from '../messages/message';

/** The desk for supplies answers questions about orders (R59); without one, the general desk. */
export function suppliesDesk({ contacts }: Pick<BranchSettings, 'contacts'>): Contact | null {
  return (
    contacts.find((contact) => contact.topic === 'supplies') ??
    contacts.find((contact) => contact.topic === 'general') ??
    null
  );
}

/** How to reach a desk, as a sentence: 'Call 800 000 001 or write to ...'. */
export function contactSentence({ phone, mail }: Contact, locale: Locale): string {
  if (phone !== null && mail !== null) return message(locale, 'contactBoth', { phone, mail });
  if (phone !== null) return message(locale, 'contactPhone', { phone });
  return message(locale, 'contactMail', { mail: mail ?? '' });
}
