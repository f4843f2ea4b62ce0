import { Button, TextInput } from '@mantine/core';
import { CreateGroupDocument } from '@platen/graphql-client';
import { Form, FormActions, Sheet, SheetBody } from '@platen/ui';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { paths } from '../../shared/paths';
import { errorAt, useCommand } from '../../shared/use-command';

/** Longest name of a group that the service takes. */
export const longestGroupName = 80;

/** A name is all that a new group needs; its own page, where it is filled, comes next. */
export function NewGroup() {
  const { t } = useTranslation();
  const router = useRouter();
  const [name, setName] = useState('');
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID());
  const { run, running, failure } = useCommand(CreateGroupDocument, (data) => data.createDeviceGroup);
  const create = async () => {
    const made = await run({ input: { idempotencyKey, name } });
    if (made) router.history.push(paths.group(made.group.id));
  };
  return (
    <Sheet title={t('groups.new.title')}>
      <SheetBody>
        <Form label={t('groups.new.title')} onSubmit={() => void create()}>
          <CommandProblem failure={failure} />
          <TextInput
            id="name"
            label={t('groups.new.name')}
            description={t('groups.new.hint')}
            maxLength={longestGroupName}
            value={name}
            error={errorAt(failure, 'name')}
            onChange={({ currentTarget }) => {
              setName(currentTarget.value);
              // another name is another command
              setKey(crypto.randomUUID());
            }}
          />
          <FormActions>
            <Button type="submit" loading={running}>
              {t('groups.new.create')}
            </Button>
          </FormActions>
        </Form>
      </SheetBody>
    </Sheet>
  );
}
