import { useApolloClient } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { EraseMyAccountDocument } from '@platen/graphql-client';
import { Confirm, Form, FormActions, Points } from '@platen/ui';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { paths } from '../../shared/paths';
import { PasswordField } from '../../shared/password-field';
import { errorAt, useCommand } from '../../shared/use-command';

/** C41: the end of the account, with everything that follows said before it happens. */
export function EraseAccount({ email }: { readonly email: string }) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const router = useRouter();
  const command = useCommand(EraseMyAccountDocument, (data) => data.eraseMyAccount);
  const [currentPassword, setPassword] = useState('');
  const [asking, setAsking] = useState(false);
  const erase = async () => {
    const done = await command.run({ input: { currentPassword } });
    setAsking(false);
    if (!done) return;
    await client.clearStore();
    await router.invalidate();
    router.history.push(paths.signIn());
  };
  const consequences = (
    <Points
      points={(['account', 'requests', 'mail', 'back'] as const).map((what) => ({
        key: what,
        text: t(`privacy.erase.what.${what}`, { email }),
      }))}
    />
  );
  return (
    <Form label={t('privacy.erase.title')} onSubmit={() => setAsking(true)}>
      <CommandProblem failure={command.failure} />
      <div>
        <p>{t('privacy.erase.text')}</p>
        {consequences}
      </div>
      <PasswordField
        id="currentPassword"
        label={t('privacy.erase.password')}
        autoComplete="current-password"
        value={currentPassword}
        error={errorAt(command.failure, 'currentPassword')}
        onChange={setPassword}
      />
      <FormActions>
        <Button type="submit" variant="default">
          {t('privacy.erase.open')}
        </Button>
      </FormActions>
      <Confirm
        open={asking}
        danger
        title={t('privacy.erase.title')}
        confirm={t('privacy.erase.confirm')}
        cancel={t('privacy.erase.cancel')}
        busy={command.running}
        onConfirm={() => void erase()}
        onCancel={() => setAsking(false)}
      >
        <p>{t('privacy.erase.text')}</p>
        {consequences}
      </Confirm>
    </Form>
  );
}
