import { Button } from '@mantine/core';
import { ChangeMyPasswordDocument } from '@platen/graphql-client';
import { Done, Form, FormActions, Sheet, SheetBody } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { PasswordField } from '../../shared/password-field';
import { errorAt, useCommand } from '../../shared/use-command';

/** R3: another password for the person who is signed in. */
export function ChangePassword() {
  const { t } = useTranslation();
  const command = useCommand(ChangeMyPasswordDocument, (data) => data.changeMyPassword);
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const [done, setDone] = useState(false);
  const submit = async () => {
    setDone(false);
    if (!(await command.run({ input: { currentPassword, newPassword } }))) return;
    setCurrent('');
    setNew('');
    setDone(true);
  };
  return (
    <Sheet title={t('password.change')}>
      <SheetBody>
        <Form label={t('password.change')} onSubmit={() => void submit()}>
          {done && <Done>{t('password.changed')}</Done>}
          <CommandProblem failure={command.failure} />
          <PasswordField
            id="currentPassword"
            label={t('password.current')}
            autoComplete="current-password"
            value={currentPassword}
            error={errorAt(command.failure, 'currentPassword')}
            onChange={setCurrent}
          />
          <PasswordField
            id="newPassword"
            label={t('password.new')}
            description={t('password.rule')}
            autoComplete="new-password"
            value={newPassword}
            error={errorAt(command.failure, 'newPassword')}
            onChange={setNew}
          />
          <p>{t('password.changeReach')}</p>
          <FormActions>
            <Button type="submit" loading={command.running}>
              {t('password.changeSave')}
            </Button>
          </FormActions>
        </Form>
      </SheetBody>
    </Sheet>
  );
}
