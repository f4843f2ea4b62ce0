import { Button, TextInput } from '@mantine/core';
import { AddPasskeyDocument, StartPasskeyDocument } from '@platen/graphql-client';
import { Form, FormActions, FormProblem } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../../shared/command-problem';
import { PasswordField } from '../../../shared/password-field';
import { makePasskey } from '../../../shared/passkeys';
import { errorAt, useCommand } from '../../../shared/use-command';
import { browserOf } from './browser-of';
import type { FactorTaskEnd } from './factor-task';

/** Password and a name, then the browser makes the passkey. */
export function AddPasskey({ onDone, onCancel }: FactorTaskEnd) {
  const { t } = useTranslation();
  const start = useCommand(StartPasskeyDocument, (data) => data.startPasskey);
  const add = useCommand(AddPasskeyDocument, (data) => data.addPasskey);
  const [name, setName] = useState(() => browserOf(navigator.userAgent)?.system ?? '');
  const [password, setPassword] = useState('');
  const [cancelled, setCancelled] = useState(false);
  const submit = async () => {
    setCancelled(false);
    add.clear();
    const started = await start.run({ input: { currentPassword: password } });
    if (!started) return;
    const response = await makePasskey(started.options);
    setCancelled(response === undefined);
    const added = response && (await add.run({ input: { name, response } }));
    if (added) onDone('passkeys.added', added.recoveryCodes);
  };
  const failure = start.failure ?? add.failure;
  return (
    <Form label={t('security.passkeys.add')} onSubmit={() => void submit()}>
      {cancelled && <FormProblem title={t('security.passkeys.cancelled')} />}
      <CommandProblem failure={failure} prefix="factor-" />
      <TextInput
        id="factor-name"
        label={t('security.passkeys.label')}
        description={t('security.passkeys.labelHelp')}
        maxLength={60}
        autoFocus
        value={name}
        error={errorAt(failure, 'name')}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <PasswordField
        id="factor-currentPassword"
        label={t('security.proof.label')}
        description={t('security.proof.help')}
        autoComplete="current-password"
        value={password}
        error={errorAt(failure, 'currentPassword')}
        onChange={setPassword}
      />
      <FormActions>
        <Button type="submit" loading={start.running || add.running}>
          {t('security.passkeys.add')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('security.proof.cancel')}
        </Button>
      </FormActions>
    </Form>
  );
}
