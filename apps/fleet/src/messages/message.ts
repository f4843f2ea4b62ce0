import type { Locale } from '@platen/contracts';
import { messagesOf } from '@platen/platform';
import en from './en.json';
import it from './it.json';
import nl from './nl.json';

/** What this service says to people, in each language. */
export const message = messagesOf<keyof typeof en>({ it, nl, en });

/** The same with numbers as the language writes them. */
export function messageWithNumbers(
  locale: Locale,
  key: keyof typeof en,
  numbers: Readonly<Record<string, number>> = {},
): string {
  const format = new Intl.NumberFormat(locale);
  return message(
    locale,
    key,
    Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, format.format(value)])),
  );
}
