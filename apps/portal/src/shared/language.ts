/** Languages that the portal speaks. */
export const languages = ['it', 'nl', 'en'] as const;
export type Language = (typeof languages)[number];

/** Each language in its own name, as people look for it. */
export const languageNames: Readonly<Record<Language, string>> = {
  it: 'Italiano',
  nl: 'Nederlands',
  en: 'English',
};

const defaultLocales: Readonly<Record<Language, string>> = { it: 'it-IT', nl: 'nl-NL', en: 'en-GB' };

/** The first of the wanted BCP 47 tags whose language the portal speaks; English when none is. */
export function languageFor(wanted: readonly (string | null | undefined)[]): Language {
  for (const tag of wanted) {
    const found = languages.find((language) => tag?.toLowerCase().split('-')[0] === language);
    if (found) return found;
  }
  return 'en';
}

/** The locale for numbers and dates: the person's own where it fits the language, else the language's home. */
export function localeFor(language: Language, own: string | null | undefined): string {
  return own?.startsWith(`${language}-`) ? own : defaultLocales[language];
}
