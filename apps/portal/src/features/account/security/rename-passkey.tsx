import { Button, TextInput } from '@mantine/core';
import { RenamePasskeyDocument } from '@platen/graphql-client';
import { Form, FormActions } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../../shared/command-problem';
import { errorAt, useCommand } from '../../../shared/use-command';
import type { FactorTaskEnd } from './factor-task';

/** Another name for a passkey. */
export function RenamePasskey(props: FactorTaskEnd & { readonly id: string; readonly name: string }) {
  const { t } = useTranslation();
  const rename = useCommand(RenamePasskeyDocument, (data) => data.renamePasskey);
  const [name, setName] = useState(props.name);
  const submit = async () => {
    if (await rename.run({ input: { id: props.id, name } })) props.onDone('passkeys.renamed', null);
  };
  return (
    <Form label={t('security.passkeys.rename')} onSubmit={() => void submit()}>
      <CommandProblem failure={rename.failure} prefix="factor-" />
      <TextInput
        id="factor-name"
        label={t('security.passkeys.label')}
        description={t('security.passkeys.labelHelp')}
        maxLength={60}
        autoFocus
        value={name}
        error={errorAt(rename.failure, 'name')}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <FormActions>
        <Button type="submit" loading={rename.running}>
          {t('security.passkeys.save')}
        </Button>
        <Button variant="default" onClick={props.onCancel}>
          {t('security.proof.cancel')}
        </Button>
      </FormActions>
    </Form>
  );
}
