import { Button, TextInput } from '@mantine/core';
import { RequestPasswordResetDocument } from '@platen/graphql-client';
import { Done, Form, FormActions, Stack, UiLink } from '@platen/ui';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { DoorPage } from '../../shared/door-page';
import { keepEmail, keptEmail } from '../../shared/kept-email';
import { paths } from '../../shared/paths';
import { errorAt, useCommand } from '../../shared/use-command';
import { PasswordHelp } from './password-help';

const route = getRouteApi('/forgotten-password');

/** R4, R5: asks for a link to set a new password; says the same whoever asks, and who helps when nothing comes. */
export function ForgottenPasswordPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const [sentTo, setSentTo] = useState<string>();
  return (
    <DoorPage
      title={sentTo === undefined ? t('password.forgotten') : t('password.sentTitle')}
      lead={sentTo === undefined && t('password.forgottenLead')}
      branch={search.branch}
    >
      {(branch) => (
        <>
          {sentTo === undefined ? (
            <RequestForm onSent={setSentTo} />
          ) : (
            <Sent email={sentTo} onAgain={() => setSentTo(undefined)} />
          )}
          {branch && <PasswordHelp branch={branch} />}
        </>
      )}
    </DoorPage>
  );
}

function RequestForm({ onSent }: { readonly onSent: (email: string) => void }) {
  const { t } = useTranslation();
  const command = useCommand(RequestPasswordResetDocument, (data) => data.requestPasswordReset);
  const [email, setEmail] = useState(keptEmail);
  const submit = async () => {
    const done = await command.run({ input: { email } });
    if (done) onSent(email.trim());
  };
  return (
    <Form onSubmit={() => void submit()}>
      <CommandProblem failure={command.failure} />
      <TextInput
        id="email"
        label={t('password.email')}
        type="email"
        autoComplete="username"
        value={email}
        error={errorAt(command.failure, 'email')}
        onChange={({ currentTarget }) => {
          setEmail(currentTarget.value);
          keepEmail(currentTarget.value);
        }}
      />
      <FormActions>
        <Button type="submit" loading={command.running}>
          {t('password.send')}
        </Button>
        <Button variant="default" component={UiLink} href={paths.signIn()}>
          {t('password.toSignIn')}
        </Button>
      </FormActions>
    </Form>
  );
}

function Sent({ email, onAgain }: { readonly email: string; readonly onAgain: () => void }) {
  const { t } = useTranslation();
  return (
    <Stack>
      <Done>
        <p>{t('password.sent', { email })}</p>
      </Done>
      <p>{t('password.notThere')}</p>
      <FormActions>
        <Button component={UiLink} href={paths.signIn()}>
          {t('password.toSignIn')}
        </Button>
        <Button variant="default" onClick={onAgain}>
          {t('password.again')}
        </Button>
      </FormActions>
    </Stack>
  );
}
