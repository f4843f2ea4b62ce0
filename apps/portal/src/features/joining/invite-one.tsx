import { useApolloClient } from '@apollo/client/react';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { InviteUsersDocument } from '@platen/graphql-client';
import { Done, Form, FormActions, FormProblem, Note } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { languageFor, languageNames, languages } from '../../shared/language';
import { useCommand } from '../../shared/use-command';
import { newKey } from './new-key';
import { type Giving, RoleFields } from './role-fields';
import { useRoles } from './use-roles';

const nothing: Giving = { roleId: '', grantedRights: [] };

/** Invites one person: address, role, language of the letter. */
export function InviteOne() {
  const { t, i18n } = useTranslation();
  const client = useApolloClient();
  const { first } = useRoles();
  const { run, running, failure } = useCommand(InviteUsersDocument, (answer) => answer.inviteUsers);
  const [email, setEmail] = useState('');
  const [giving, setGiving] = useState(nothing);
  const [locale, setLocale] = useState<string>(languageFor([i18n.language]));
  const [key, setKey] = useState(newKey);
  const [done, setDone] = useState<string>();
  const [refused, setRefused] = useState<string>();

  const invite = async () => {
    setDone(undefined);
    setRefused(undefined);
    const roleId = giving.roleId || first?.id;
    const row = { email: email.trim(), roleId, grantedRights: [...giving.grantedRights], locale };
    const success = await run({ input: { idempotencyKey: key, rows: [row] } });
    if (!success) return;
    // what was answered is kept with the key: the next try is another one
    setKey(newKey());
    const problem = success.rows[0]?.problem ?? undefined;
    setRefused(problem);
    if (problem !== undefined) return;
    setDone(row.email);
    setEmail('');
    setGiving(nothing);
    await client.refetchQueries({ include: ['Invitations'] });
  };

  return (
    <Form onSubmit={() => void invite()} label={t('joining.invite.one')}>
      {done !== undefined && <Done>{t('joining.invite.done', { email: done })}</Done>}
      <CommandProblem failure={failure} />
      {refused !== undefined && (
        <FormProblem
          title={t('form.problems', { count: 1 })}
          problems={[{ fieldId: 'email', message: refused }]}
        />
      )}
      <TextInput
        id="email"
        name="email"
        type="email"
        inputMode="email"
        label={t('joining.email')}
        autoComplete="off"
        maxLength={254}
        value={email}
        error={refused}
        onChange={({ currentTarget }) => setEmail(currentTarget.value)}
      />
      <RoleFields value={giving} failure={failure} onChange={setGiving} />
      <NativeSelect
        label={t('joining.language')}
        data={languages.map((language) => ({ value: language, label: languageNames[language] }))}
        value={locale}
        onChange={({ currentTarget }) => setLocale(currentTarget.value)}
      />
      <Note>{t('joining.invite.effect')}</Note>
      <FormActions>
        <Button type="submit" loading={running}>
          {t('joining.invite.submit')}
        </Button>
      </FormActions>
    </Form>
  );
}
