import { Button, TextInput } from '@mantine/core';
import { Facts, Note, Sheet, SheetBody, Stack, useFormat } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './keys.module.css';

/** A key that was made just now. It lives in this page's memory alone. */
export interface ShownKey {
  readonly clientId: string;
  /** null when it was shown before */
  readonly secret: string | null;
  /** until when the key it replaces still opens */
  readonly oldUntil?: string | null;
}

/** Shows a key this once, with a way to copy it; the page goes on when somebody says that he kept it. */
export function KeyShown({ shown, onKept }: { readonly shown: ShownKey; readonly onKept: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { clientId, secret, oldUntil } = shown;
  if (secret === null)
    return (
      <Sheet title={t('keys.shown.alreadyTitle')}>
        <Stack>
          <p>{t('keys.shown.already')}</p>
          <div>
            <Button onClick={onKept}>{t('nav.keys')}</Button>
          </div>
        </Stack>
      </Sheet>
    );
  return (
    <Sheet title={t('keys.shown.title')}>
      <SheetBody>
        <Note>{t('keys.shown.text')}</Note>
        <TextInput
          className={classes.secret}
          label={t('keys.shown.key')}
          value={secret}
          readOnly
          autoComplete="off"
          spellCheck={false}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Facts facts={[[t('keys.shown.clientId'), <code key="id">{clientId}</code>]]} />
        {oldUntil && <p>{t('keys.shown.old', { moment: format.moment(oldUntil) })}</p>}
        <div className={classes.acts}>
          <Copy text={secret} />
          <Button onClick={onKept}>{t('keys.shown.kept')}</Button>
        </div>
      </SheetBody>
    </Sheet>
  );
}

function Copy({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const [state, setState] = useState<'copied' | 'notCopied'>();
  const copy = () => {
    // not there at all over plain http to another machine
    const copying = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    copying.then(
      () => setState('copied'),
      () => setState('notCopied'),
    );
  };
  return (
    <>
      <Button variant="default" onClick={copy}>
        {t('keys.shown.copy')}
      </Button>
      <span role="status" className={classes.small}>
        {state && t(`keys.shown.${state}`)}
      </span>
    </>
  );
}
