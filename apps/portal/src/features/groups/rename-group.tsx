import { Button, TextInput } from '@mantine/core';
import { type GroupRowFragment, RenameGroupDocument } from '@platen/graphql-client';
import { Done, Form, FormActions, Sheet, SheetBody } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { errorAt, useCommand } from '../../shared/use-command';
import { longestGroupName } from './new-group';

/** The group under another name; machines and people stay. */
export function RenameGroup({ group }: { readonly group: GroupRowFragment }) {
  const { t } = useTranslation();
  const [name, setName] = useState(group.name);
  const [done, setDone] = useState(false);
  const { run, running, failure } = useCommand(RenameGroupDocument, (data) => data.renameDeviceGroup);
  const rename = async () => {
    setDone(false);
    // the answer carries the group, so the title changes with it
    if (await run({ input: { groupId: group.id, name } })) setDone(true);
  };
  return (
    <Sheet title={t('groups.rename.title')}>
      <SheetBody>
        <Form label={t('groups.rename.title')} onSubmit={() => void rename()}>
          <CommandProblem failure={failure} />
          {done && <Done>{t('groups.rename.done')}</Done>}
          <TextInput
            id="name"
            label={t('groups.new.name')}
            maxLength={longestGroupName}
            value={name}
            error={errorAt(failure, 'name')}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <FormActions>
            <Button type="submit" variant="default" loading={running}>
              {t('groups.rename.save')}
            </Button>
          </FormActions>
        </Form>
      </SheetBody>
    </Sheet>
  );
}
