import { Button, TextInput } from '@mantine/core';
import { AcceptInvitationDocument, type InvitationForQuery } from '@platen/graphql-client';
import { Form, FormActions, Note } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { PasswordField } from '../../shared/password-field';
import { PersonFields, type PersonTyped } from '../../shared/person-fields';
import { roleName } from '../../shared/role-name';
import { errorAt, useCommand } from '../../shared/use-command';

type Invitation = NonNullable<InvitationForQuery['invitationFor']>;

/** The invited person's own data and password; everything else stands in the invitation. */
export function AcceptForm({
  token,
  invitation,
  onJoined,
}: {
  readonly token: string;
  readonly invitation: Invitation;
  /** @param email  the sign-in name from now on */
  readonly onJoined: (email: string) => void;
}) {
  const { t } = useTranslation();
  const { run, running, failure } = useCommand(AcceptInvitationDocument, (answer) => answer.acceptInvitation);
  const [person, setPerson] = useState<PersonTyped>({
    firstName: invitation.firstName ?? '',
    lastName: invitation.lastName ?? '',
    phone: invitation.phone ?? '',
  });
  const [password, setPassword] = useState('');
  const accept = async () => {
    const success = await run({ input: { token, ...person, password } });
    if (success) onJoined(success.email);
  };
  const role = roleName(invitation.roleName, t);
  return (
    <Form onSubmit={() => void accept()} label={t('invitation.title')}>
      <Note>
        {invitation.organisation === null
          ? t('invitation.staff', { brand: invitation.brand, role })
          : t('invitation.customer', { organisation: invitation.organisation, role })}
      </Note>
      <CommandProblem failure={failure} />
      <TextInput
        label={t('invitation.email')}
        description={t('invitation.emailFixed')}
        name="email"
        autoComplete="username"
        value={invitation.email}
        readOnly
      />
      <PersonFields value={person} failure={failure} onChange={setPerson} />
      <PasswordField
        id="password"
        label={t('invitation.password')}
        description={t('invitation.passwordHelp')}
        autoComplete="new-password"
        value={password}
        error={errorAt(failure, 'password')}
        onChange={setPassword}
      />
      <FormActions>
        <Button type="submit" loading={running}>
          {t('invitation.accept')}
        </Button>
      </FormActions>
    </Form>
  );
}
