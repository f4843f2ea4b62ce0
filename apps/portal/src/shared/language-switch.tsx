import { useTranslation } from 'react-i18next';
import { speak } from './i18n';
import { languageNames, languages } from './language';
import { keepLanguage } from './kept-language';
import classes from './door-page.module.css';

/** The languages by their own names; the choice is kept in this browser until the account's own is known. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  return (
    <div className={classes.languages} role="group" aria-label={t('app.language')}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={i18n.language === language}
          onClick={() => {
            keepLanguage(language);
            void speak(i18n, language);
          }}
        >
          {languageNames[language]}
        </button>
      ))}
    </div>
  );
}
