import type { Locale } from '@platen/contracts';

/** The texts of one service, by language and key. `{name}` in a text stands for a value. */
export type Catalogue<Key extends string> = Readonly<Record<Locale, Readonly<Record<Key, string>>>>;

/** A service's texts: each exists in every language, or this does not compile. */
export type Messages<Key extends string> = (
  locale: Locale,
  key: Key,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** Makes `message(locale, key, values)` of the JSON files `messages/{it,nl,en}.json`. */
export function messagesOf<Key extends string>(catalogue: Catalogue<Key>): Messages<Key> {
  return (locale, key, values = {}) =>
    catalogue[locale][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
