import { Button } from '@mantine/core';
import { FormActions, Note } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './security.module.css';

/** The codes, for the only time; gone once the reader says that he has kept them. */
export function RecoveryCodes({
  codes,
  onKept,
}: {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = () =>
    void navigator.clipboard.writeText(codes.join('\n')).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div className={classes.rows} role="status">
      <Note>
        <strong>{t('security.codes.title')}</strong>
        <p>{t('security.codes.text')}</p>
      </Note>
      <ul className={classes.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <FormActions>
        <Button onClick={onKept}>{t('security.codes.kept')}</Button>
        <Button variant="default" onClick={copy}>
          {t(copied ? 'security.codes.copied' : 'security.codes.copy')}
        </Button>
        <Button variant="default" onClick={() => window.print()}>
          {t('security.codes.print')}
        </Button>
      </FormActions>
    </div>
  );
}
