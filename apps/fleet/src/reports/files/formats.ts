import type { Locale } from '@platen/contracts';

/** The region whose customs a language follows in files. */
const regions: Readonly<Record<Locale, string>> = { it: 'it-IT', nl: 'nl-NL', en: 'en-GB' };

/** 'Oct 2026'. @param month  yyyy-mm-01 */
export function monthName(month: string, locale: Locale): string {
  const form = { month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(regions[locale], form).format(new Date(`${month}T00:00:00Z`));
}

/** A share of 0..1 in percent with one decimal, for a cell; null where it is not known. */
export function share(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1000) / 10;
}

/** A number as people write it. */
export function numberText(value: number, locale: Locale): string {
  return new Intl.NumberFormat(regions[locale], { maximumFractionDigits: 1, useGrouping: 'always' }).format(
    value,
  );
}

/** A day and time of day in a zone, as people write it. */
export function instantText(instant: Date, timeZone: string, locale: Locale): string {
  return new Intl.DateTimeFormat(regions[locale], { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
    instant,
  );
}
