import { useQuery } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { MyAccountDocument, RequestEmailChangeDocument } from '@platen/graphql-client';
import { Done, Form, FormActions, Note } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { PasswordField } from '../../shared/password-field';
import { errorAt, useCommand } from '../../shared/use-command';

/** R6: the sign-in name, one that waits to be confirmed, and the way to another. */
export function EmailAddress({ email }: { readonly email: string }) {
  const { t } = useTranslation();
  const { data, refetch } = useQuery(MyAccountDocument);
  const [changing, setChanging] = useState(false);
  const [sentTo, setSentTo] = useState<string>();
  const waiting = data?.myAccount?.waitingEmail;
  const sent = (newEmail: string) => {
    setSentTo(newEmail);
    setChanging(false);
    void refetch();
  };
  return (
    <>
      <p>
        {t('address.is')} <strong>{email}</strong>
      </p>
      {sentTo ? (
        <Done>{t('address.sent', { email: sentTo })}</Done>
      ) : (
        waiting && <Note>{t('address.waiting', { email: waiting })}</Note>
      )}
      {changing ? (
        <ChangeForm onSent={sent} onCancel={() => setChanging(false)} />
      ) : (
        <FormActions>
          <Button variant="default" onClick={() => setChanging(true)}>
            {t('address.change')}
          </Button>
        </FormActions>
      )}
    </>
  );
}

function ChangeForm(props: { readonly onSent: (newEmail: string) => void; readonly onCancel: () => void }) {
  const { t } = useTranslation();
  const command = useCommand(RequestEmailChangeDocument, (data) => data.requestEmailChange);
  const [newEmail, setNewEmail] = useState('');
  const [currentPassword, setPassword] = useState('');
  const submit = async () => {
    const done = await command.run({ input: { newEmail, currentPassword } });
    if (done) props.onSent(done.newEmail);
  };
  return (
    <Form label={t('address.change')} onSubmit={() => void submit()}>
      <CommandProblem failure={command.failure} />
      <TextInput
        id="newEmail"
        autoFocus
        label={t('address.new')}
        type="email"
        autoComplete="email"
        value={newEmail}
        error={errorAt(command.failure, 'newEmail')}
        onChange={({ currentTarget }) => setNewEmail(currentTarget.value)}
      />
      <PasswordField
        id="currentPassword"
        label={t('address.password')}
        autoComplete="current-password"
        value={currentPassword}
        error={errorAt(command.failure, 'currentPassword')}
        onChange={setPassword}
      />
      <p>{t('address.reach')}</p>
      <FormActions>
        <Button type="submit" loading={command.running}>
          {t('address.send')}
        </Button>
        <Button variant="default" onClick={props.onCancel}>
          {t('address.cancel')}
        </Button>
      </FormActions>
    </Form>
  );
}
