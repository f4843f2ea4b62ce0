import { useApolloClient } from '@apollo/client/react';
import { Button, NativeSelect, Textarea } from '@mantine/core';
import {
  InviteUsersDocument,
  type InviteUsersMutation,
  PreviewInvitationsDocument,
} from '@platen/graphql-client';
import { Done, Form, FormActions, Note, Stack } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { errorAt, useCommand } from '../../shared/use-command';
import { ListFile } from './list-file';
import { newKey } from './new-key';
import { type PreviewRow, PreviewTable } from './preview-table';
import { useRoles } from './use-roles';

type Invited = Extract<InviteUsersMutation['inviteUsers'], { __typename: 'InviteUsersSuccess' }>;

/** Invites a pasted list or a file: first what would become of each line, then, and only then, the letters. */
export function InviteList() {
  const { t } = useTranslation();
  const client = useApolloClient();
  const { first, choices } = useRoles();
  const preview = useCommand(PreviewInvitationsDocument, (answer) => answer.previewInvitations);
  const invite = useCommand(InviteUsersDocument, (answer) => answer.inviteUsers);
  const [list, setList] = useState('');
  const [roleId, setRoleId] = useState('');
  const [rows, setRows] = useState<readonly PreviewRow[]>();
  const [key, setKey] = useState(newKey);
  const [invited, setInvited] = useState<Invited>();

  const change = (text: string) => {
    setList(text);
    // what was judged is no longer what stands there
    setRows(undefined);
    setInvited(undefined);
  };
  const check = async () => {
    setInvited(undefined);
    const success = await preview.run({ input: { list, roleId: roleId || first?.id } });
    setRows(success?.rows);
    setKey(newKey());
  };
  const good = (rows ?? []).filter(({ problem }) => problem === null);
  const send = async () => {
    const asked = good.map(({ email, roleId: role, grantedRights, locale }) => {
      return { email, roleId: role, grantedRights: [...grantedRights], locale };
    });
    const success = await invite.run({ input: { idempotencyKey: key, rows: asked } });
    if (!success) return;
    setInvited(success);
    setRows(undefined);
    setList('');
    await client.refetchQueries({ include: ['Invitations'] });
  };

  return (
    <Stack>
      <Form onSubmit={() => void check()} label={t('joining.invite.list')}>
        {invited && <Outcome invited={invited} />}
        <CommandProblem failure={preview.failure} />
        <Textarea
          id="list"
          label={t('joining.list.label')}
          description={t('joining.list.help')}
          rows={6}
          maxLength={100_000}
          value={list}
          error={errorAt(preview.failure, 'list')}
          onChange={({ currentTarget }) => change(currentTarget.value)}
        />
        <ListFile onRead={change} />
        <NativeSelect
          label={t('joining.list.role')}
          description={t('joining.list.roleHelp')}
          data={choices}
          value={roleId || (first?.id ?? '')}
          onChange={({ currentTarget }) => {
            setRoleId(currentTarget.value);
            setRows(undefined);
          }}
        />
        <FormActions>
          <Button type="submit" variant={rows ? 'default' : 'filled'} loading={preview.running}>
            {t('joining.list.check')}
          </Button>
        </FormActions>
      </Form>
      {rows && (
        <>
          <PreviewTable rows={rows} />
          <CommandProblem failure={invite.failure} />
          <Note>{t('joining.list.effect', { count: good.length })}</Note>
          <FormActions>
            {good.length > 0 && (
              <Button loading={invite.running} onClick={() => void send()}>
                {t('joining.list.submit', { count: good.length })}
              </Button>
            )}
          </FormActions>
        </>
      )}
    </Stack>
  );
}

/** How many were invited; somebody else may have invited one of them between check and letter. */
function Outcome({ invited }: { readonly invited: Invited }) {
  const { t } = useTranslation();
  const refused = invited.rows.filter(({ problem }) => problem !== null);
  return (
    <Done>
      <p>{t('joining.list.done', { count: invited.invited })}</p>
      {refused.length > 0 && (
        <ul>
          {refused.map(({ row, email, problem }) => (
            <li key={row}>
              {email}: {problem}
            </li>
          ))}
        </ul>
      )}
    </Done>
  );
}
