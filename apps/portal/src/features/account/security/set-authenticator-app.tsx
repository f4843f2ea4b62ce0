import { Button, TextInput } from '@mantine/core';
import { ConfirmAuthenticatorAppDocument, StartAuthenticatorAppDocument } from '@platen/graphql-client';
import { Facts, Form, FormActions } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../../shared/command-problem';
import { errorAt, useCommand } from '../../../shared/use-command';
import type { FactorTaskEnd } from './factor-task';
import { PasswordForm } from './password-form';
import { QrCode } from '../../../shared/qr-code';
import classes from './security.module.css';

/** Password, then the seed as QR code and as text, then the app's first code. */
export function SetAuthenticatorApp({
  replaces,
  onDone,
  onCancel,
}: FactorTaskEnd & { readonly replaces: boolean }) {
  const { t } = useTranslation();
  const start = useCommand(StartAuthenticatorAppDocument, (data) => data.startAuthenticatorApp);
  const confirm = useCommand(ConfirmAuthenticatorAppDocument, (data) => data.confirmAuthenticatorApp);
  const [shown, setShown] = useState<{ readonly uri: string; readonly secret: string }>();
  const [code, setCode] = useState('');
  if (!shown)
    return (
      <PasswordForm
        label={t('security.app.name')}
        go={t('security.proof.go')}
        running={start.running}
        failure={start.failure}
        onGo={(currentPassword) => void start.run({ input: { currentPassword } }).then(setShown)}
        onCancel={onCancel}
      >
        {replaces && t('security.app.replaceReach')}
      </PasswordForm>
    );
  const submit = async () => {
    const added = await confirm.run({ input: { code } });
    if (added) onDone('app.added', added.recoveryCodes);
  };
  return (
    <Form label={t('security.app.name')} onSubmit={() => void submit()}>
      <CommandProblem failure={confirm.failure} prefix="factor-" />
      <p>{t('security.app.scan')}</p>
      <QrCode text={shown.uri} label={t('security.app.qr')} />
      <Facts
        facts={[
          [
            t('security.app.key'),
            <span key="key" className={classes.secret}>
              {shown.secret.replace(/(.{4})(?!$)/g, '$1 ')}
            </span>,
          ],
        ]}
      />
      <TextInput
        id="factor-code"
        label={t('security.app.code')}
        description={t('secondStep.codeHelp')}
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={12}
        autoFocus
        value={code}
        error={errorAt(confirm.failure, 'code')}
        onChange={({ currentTarget }) => setCode(currentTarget.value)}
      />
      <FormActions>
        <Button type="submit" loading={confirm.running}>
          {t('security.app.confirm')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('security.proof.cancel')}
        </Button>
      </FormActions>
    </Form>
  );
}
