import { Button } from '@mantine/core';
import { SetPasswordDocument } from '@platen/graphql-client';
import { Done, Form, FormActions, Stack, UiLink } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DoorPage } from '../../shared/door-page';
import { paths } from '../../shared/paths';
import { PasswordField } from '../../shared/password-field';
import { errorAt, useCommand } from '../../shared/use-command';
import { useLinkToken } from '../../shared/use-link-token';
import { LinkProblem, isDead } from './link-problem';
import { PasswordHelp } from './password-help';

/** R2: the owner sets the password, by a link from a mail. Signing in comes afterwards, second factor included. */
export function SetPasswordPage() {
  const { t } = useTranslation();
  const token = useLinkToken();
  const [done, setDone] = useState(false);
  return (
    <DoorPage
      title={done ? t('password.doneTitle') : t('password.set')}
      lead={!done && token !== '' && t('password.setLead')}
    >
      {(branch) =>
        done ? (
          <Stack>
            <Done>{t('password.done')}</Done>
            <FormActions>
              <Button component={UiLink} href={paths.signIn()}>
                {t('password.toSignIn')}
              </Button>
            </FormActions>
          </Stack>
        ) : (
          <>
            <SetForm token={token} onDone={() => setDone(true)} />
            {branch && <PasswordHelp branch={branch} />}
          </>
        )
      }
    </DoorPage>
  );
}

function SetForm({ token, onDone }: { readonly token: string; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const command = useCommand(SetPasswordDocument, (data) => data.setPassword);
  const [password, setPassword] = useState('');
  const submit = async () => {
    if (await command.run({ input: { token, password } })) onDone();
  };
  if (isDead(token, command.failure)) {
    return (
      <Stack>
        <LinkProblem token={token} failure={command.failure} />
        <FormActions>
          <Button component={UiLink} href={paths.forgottenPassword()}>
            {t('password.askAgain')}
          </Button>
        </FormActions>
      </Stack>
    );
  }
  return (
    <Form onSubmit={() => void submit()}>
      <LinkProblem token={token} failure={command.failure} />
      <PasswordField
        id="password"
        label={t('password.new')}
        description={t('password.rule')}
        autoComplete="new-password"
        value={password}
        error={errorAt(command.failure, 'password')}
        onChange={setPassword}
      />
      <FormActions>
        <Button type="submit" loading={command.running}>
          {t('password.save')}
        </Button>
      </FormActions>
    </Form>
  );
}
