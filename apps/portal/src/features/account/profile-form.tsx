import { Button, TextInput } from '@mantine/core';
import { UpdateMyProfileDocument, type ViewerQuery } from '@platen/graphql-client';
import { Done, Form, FormActions } from '@platen/ui';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { errorAt, useCommand } from '../../shared/use-command';

type Person = NonNullable<ViewerQuery['viewer']['user']>;

/** R7: name and telephone, as their owner writes them. */
export function ProfileForm({ user }: { readonly user: Person }) {
  const { t } = useTranslation();
  const router = useRouter();
  const command = useCommand(UpdateMyProfileDocument, (data) => data.updateMyProfile);
  const [typed, setTyped] = useState({
    firstName: user.firstName,
    lastName: user.lastName,
    phone: user.phone ?? '',
  });
  const [done, setDone] = useState(false);
  const submit = async () => {
    setDone(false);
    if (!(await command.run({ input: typed }))) return;
    setDone(true);
    // the frame shows the name too
    await router.invalidate();
  };
  const fields = [
    { path: 'firstName', label: t('account.firstName'), autoComplete: 'given-name' },
    { path: 'lastName', label: t('account.lastName'), autoComplete: 'family-name' },
    { path: 'phone', label: t('account.phone'), autoComplete: 'tel', type: 'tel' },
  ] as const;
  return (
    <Form label={t('account.profile')} onSubmit={() => void submit()}>
      {done && <Done>{t('account.profileSaved')}</Done>}
      <CommandProblem failure={command.failure} />
      {fields.map(({ path, ...field }) => (
        <TextInput
          key={path}
          {...field}
          id={path}
          value={typed[path]}
          error={errorAt(command.failure, path)}
          onChange={({ currentTarget }) => {
            const { value } = currentTarget;
            setTyped((before) => ({ ...before, [path]: value }));
          }}
        />
      ))}
      <FormActions>
        <Button type="submit" loading={command.running}>
          {t('account.saveProfile')}
        </Button>
      </FormActions>
    </Form>
  );
}
