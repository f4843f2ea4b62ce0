import type { Locale } from '@platen/contracts';
import en from './locales/en.json';
import it from './locales/it.json';
import nl from './locales/nl.json';

/** All texts of all mails in one language. English is the form that the others follow. */
export type MailTexts = typeof en;

/** The texts by language; a missing one does not compile, and a test compares their placeholders. */
export const mailTexts: Readonly<Record<Locale, MailTexts>> = { en, it, nl };

/**
 * Puts values into a text: `fill('Order {number}', { number: '7' })`.
 * @throws when the text names a value that is not given: better no mail than one with a hole
 */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_match, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The mail text needs a value for ${name}.`);
    return value;
  });
}
