import { type Language, languageFor } from './language';

const key = 'platen.language';

/** Keeps the language chosen before signing in. */
export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    // storage is switched off: the choice lasts as long as the page
  }
}

/** Language for somebody not signed in: chosen here before, else the browser's. */
export function languageOfBrowser(): Language {
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(key);
  } catch {
    // as above
  }
  return languageFor([kept, ...navigator.languages]);
}
