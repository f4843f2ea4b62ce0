import { useApolloClient } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { InviteStaffDocument, StaffInvitationsDocument } from '@platen/graphql-client';
import { Done, Form, FormActions, FormProblem, Sheet, SheetBody } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { errorAt, useCommand } from '../../shared/use-command';
import { useViewer } from '../../shared/viewer';
import { RoleChoice } from './role-choice';

/** Invites a colleague into the branch, with a role. */
export function InviteStaff() {
  const { t } = useTranslation();
  const client = useApolloClient();
  const { user } = useViewer();
  const command = useCommand(InviteStaffDocument, (data) => data.inviteUsers);
  const [email, setEmail] = useState('');
  const [roleId, setRoleId] = useState('');
  const [problem, setProblem] = useState<string>();
  const [sentTo, setSentTo] = useState<string>();
  const submit = async () => {
    setProblem(undefined);
    setSentTo(undefined);
    if (roleId === '') return setProblem(t('staff.invite.roleMissing'));
    const rows = [{ email, roleId, locale: user?.locale ?? null }];
    const done = await command.run({ input: { idempotencyKey: crypto.randomUUID(), rows } });
    const [row] = done?.rows ?? [];
    if (!row) return;
    if (row.problem !== null) return setProblem(row.problem);
    setSentTo(row.email);
    setEmail('');
    await client.refetchQueries({ include: [StaffInvitationsDocument] });
  };
  return (
    <Sheet title={t('staff.invite.title')}>
      <SheetBody>
        {sentTo && <Done>{t('staff.invite.sent', { email: sentTo })}</Done>}
        <Form label={t('staff.invite.title')} onSubmit={() => void submit()}>
          {problem && <FormProblem title={problem} />}
          <CommandProblem failure={command.failure} />
          <TextInput
            id="rows.0.email"
            label={t('staff.invite.email')}
            type="email"
            inputMode="email"
            autoComplete="off"
            value={email}
            error={errorAt(command.failure, 'rows.0.email')}
            onChange={({ currentTarget }) => setEmail(currentTarget.value)}
          />
          <RoleChoice
            id="rows.0.roleId"
            value={roleId}
            error={errorAt(command.failure, 'rows.0.roleId')}
            onChange={setRoleId}
          />
          <FormActions>
            <Button type="submit" loading={command.running}>
              {t('staff.invite.submit')}
            </Button>
          </FormActions>
        </Form>
      </SheetBody>
    </Sheet>
  );
}
