import { useMutation } from '@apollo/client/react';
import { NativeSelect } from '@mantine/core';
import { UpdateMyLocaleDocument } from '@platen/graphql-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { speak } from '../../shared/i18n';
import { languageFor, languageNames, languages } from '../../shared/language';

/** Language of the portal and of the mails to this person; kept with the account. */
export function LanguageChoice() {
  const { t, i18n } = useTranslation();
  const [update, { loading }] = useMutation(UpdateMyLocaleDocument);
  const [failed, setFailed] = useState(false);
  const choose = async (value: string) => {
    const language = languageFor([value]);
    const result = await update({ variables: { input: { locale: language } } }).catch(() => undefined);
    const done = result?.data?.updateMyLocale.__typename === 'UpdateMyLocaleSuccess';
    setFailed(!done);
    if (done) await speak(i18n, language);
  };
  return (
    <NativeSelect
      label={t('app.language')}
      description={t('account.languageReach')}
      error={failed && t('account.languageFailed')}
      value={i18n.language}
      disabled={loading}
      onChange={(event) => void choose(event.currentTarget.value)}
      data={languages.map((language) => ({ value: language, label: languageNames[language] }))}
    />
  );
}
