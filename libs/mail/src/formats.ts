import type { Locale } from '@platen/contracts';

/** The region whose customs a language follows in mails: day before month. */
const regions: Readonly<Record<Locale, string>> = { it: 'it-IT', nl: 'nl-NL', en: 'en-GB' };

/** A day with its weekday: 'Tuesday 24 November'. @param day  yyyy-mm-dd, without zone: it is the same day everywhere */
export function longDay(day: string, locale: Locale): string {
  const form = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(regions[locale], form).format(new Date(`${day}T00:00:00Z`));
}

/** A number without decimals, grouped as the language does. */
export function wholeNumber(value: number, locale: Locale): string {
  return new Intl.NumberFormat(regions[locale], { maximumFractionDigits: 0 }).format(value);
}
