import { type Locale, locales } from '@platen/contracts';

/**
 * The language of ours that the caller likes best.
 * @param acceptLanguage  the HTTP header, for example `fr, nl-BE;q=0.8, en;q=0.5` (RFC 9110 12.5.4); null when absent
 * @param fallback        when none of ours is named
 */
export function localeOf(acceptLanguage: string | null, fallback: Locale): Locale {
  const wanted = (acceptLanguage ?? '')
    .slice(0, 200)
    .split(',')
    .map(preference)
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { language } of wanted) {
    const known = locales.find((locale) => locale === language);
    if (known) return known;
  }
  return fallback;
}

function preference(part: string): { language: string; weight: number } {
  const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  return { language: range.split('-')[0] ?? '', weight: quality ? Number(quality.slice(2)) || 0 : 1 };
}
