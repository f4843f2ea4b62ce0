import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from './language';

/** One chunk per language; only the one in use is fetched. */
const loaders: Readonly<Record<Language, () => Promise<{ default: object }>>> = {
  it: () => import('../locales/it'),
  nl: () => import('../locales/nl'),
  en: () => import('../locales/en'),
};

/** Starts the translations without any language; {@link speak} brings the first one. */
export async function startI18n(): Promise<i18n> {
  const instance = i18next.createInstance();
  await instance.use(initReactI18next).init({
    // React escapes what it writes
    interpolation: { escapeValue: false },
    fallbackLng: false,
    returnNull: false,
    resources: {},
  });
  return instance;
}

/** Fetches a language where needed, switches to it, and tells the document. */
export async function speak(instance: i18n, language: Language): Promise<void> {
  if (!instance.hasResourceBundle(language, 'translation')) {
    const { default: words } = await loaders[language]();
    instance.addResourceBundle(language, 'translation', words);
  }
  await instance.changeLanguage(language);
  document.documentElement.lang = language;
}
