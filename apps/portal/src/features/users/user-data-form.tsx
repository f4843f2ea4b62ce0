import { Button, TextInput } from '@mantine/core';
import { UpdateUserDocument } from '@platen/graphql-client';
import { Form, FormActions } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { errorAt, useCommand } from '../../shared/use-command';
import type { UserDetail } from './user-page';

/** Corrects a name or telephone number; the address belongs to the person alone. */
export function UserDataForm({ user, onDone }: { readonly user: UserDetail; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const save = useCommand(UpdateUserDocument, ({ updateUser }) => updateUser);
  const { firstName, lastName, phone } = user;
  const [typed, setTyped] = useState({ firstName, lastName, phone: phone ?? '' });
  const submit = async () => {
    if (await save.run({ input: { userId: user.id, ...typed } })) onDone();
  };
  const fields = [
    { path: 'firstName', label: t('users.fact.firstName') },
    { path: 'lastName', label: t('users.fact.lastName') },
    { path: 'phone', label: t('users.fact.phone'), type: 'tel' },
  ] as const;
  return (
    <Form label={t('users.correct.button')} onSubmit={() => void submit()}>
      <CommandProblem failure={save.failure} />
      {fields.map(({ path, ...field }) => (
        <TextInput
          key={path}
          {...field}
          id={path}
          autoComplete="off"
          value={typed[path]}
          error={errorAt(save.failure, path)}
          onChange={({ currentTarget: { value } }) => setTyped((before) => ({ ...before, [path]: value }))}
        />
      ))}
      <p>{t('users.correct.address')}</p>
      <FormActions>
        <Button type="submit" loading={save.running}>
          {t('users.correct.save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('users.rights.cancel')}
        </Button>
      </FormActions>
    </Form>
  );
}
