import { Button } from '@mantine/core';
import { Form, FormActions, Note } from '@platen/ui';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../../shared/command-problem';
import { PasswordField } from '../../../shared/password-field';
import { type CommandFailure, errorAt } from '../../../shared/use-command';

/** Says what will happen, and asks for the password again before it does. */
export function PasswordForm(props: {
  readonly label: string;
  /** what will happen */
  readonly children?: ReactNode;
  readonly go: string;
  readonly running: boolean;
  readonly failure: CommandFailure | undefined;
  readonly onGo: (currentPassword: string) => void;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  return (
    <Form label={props.label} onSubmit={() => props.onGo(password)}>
      <CommandProblem failure={props.failure} prefix="factor-" />
      {props.children && <Note>{props.children}</Note>}
      <PasswordField
        id="factor-currentPassword"
        label={t('security.proof.label')}
        description={t('security.proof.help')}
        autoComplete="current-password"
        autoFocus
        value={password}
        error={errorAt(props.failure, 'currentPassword')}
        onChange={setPassword}
      />
      <FormActions>
        <Button type="submit" loading={props.running}>
          {props.go}
        </Button>
        <Button variant="default" onClick={props.onCancel}>
          {t('security.proof.cancel')}
        </Button>
      </FormActions>
    </Form>
  );
}
