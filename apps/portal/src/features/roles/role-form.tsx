import { useApolloClient } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { CreateRoleDocument, RolesDocument, UpdateRoleDocument } from '@platen/graphql-client';
import { Form, FormActions } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { newKey } from '../../shared/new-key';
import { RightsConsequence } from '../../shared/rights/rights-consequence';
import { RightsMatrix, type RightState } from '../../shared/rights/rights-matrix';
import type { AnyRight } from '../../shared/rights/right-words';
import { errorAt, useCommand } from '../../shared/use-command';
import { useViewer } from '../../shared/viewer';
import { rightsFor } from './rights-for';
import type { RoleOfPage } from './role-page';

/** Name and rights of a role; of one in use it says whom a change concerns before it is saved. */
export function RoleForm({
  role,
  onSaved,
  onChange,
}: {
  /** null: a new one */
  readonly role: RoleOfPage | null;
  readonly onSaved: (id: string) => void;
  /** something was typed */
  readonly onChange?: () => void;
}) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const client = useApolloClient();
  const [key, setKey] = useState(newKey);
  const [name, setName] = useState(role?.name ?? '');
  const [rights, setRights] = useState<readonly string[]>(role?.rights ?? []);
  const create = useCommand(CreateRoleDocument, ({ createRole }) => createRole);
  const update = useCommand(UpdateRoleDocument, ({ updateRole }) => updateRole);
  const { failure } = role ? update : create;

  const stateOf = (right: AnyRight): RightState => {
    const held = rights.includes(right);
    // what is in the role may stay, and come back while nothing is saved
    const giveable = viewer.rights.includes(right) || role?.rights.includes(right);
    return giveable ? { held } : { held, locked: true, note: t('users.rights.notYours') };
  };
  const toggle = (right: AnyRight, held: boolean) => {
    onChange?.();
    setRights((before) => (held ? [...before, right] : before.filter((other) => other !== right)));
  };
  const submit = async () => {
    const saved = role
      ? await update.run({ input: { roleId: role.id, name, rights: [...rights] } })
      : await create.run({ input: { idempotencyKey: key, name, rights: [...rights] } });
    if (!saved) {
      // corrected input is another command
      setKey(newKey());
      return;
    }
    await client.refetchQueries({ include: role ? [] : [RolesDocument] }).catch(() => undefined);
    onSaved(saved.role.id);
  };
  const before = role?.rights ?? [];
  const same =
    name === role?.name && rights.length === before.length && rights.every((r) => before.includes(r));
  return (
    <Form label={t('roles.what')} onSubmit={() => void submit()} wide>
      <CommandProblem failure={failure} />
      <TextInput
        id="name"
        label={t('roles.name')}
        description={t('roles.nameText')}
        maxLength={60}
        error={errorAt(failure, 'name')}
        value={name}
        onChange={(event) => {
          onChange?.();
          setName(event.currentTarget.value);
        }}
      />
      <div id="rights" tabIndex={-1}>
        <RightsMatrix
          label={t('roles.what')}
          rights={rightsFor(viewer.kind)}
          stateOf={stateOf}
          onToggle={toggle}
        />
      </div>
      {role && (role.people ?? 0) > 0 && (
        <RightsConsequence
          before={before}
          after={rights}
          same={same}
          also={t('roles.consequence', { count: role.people ?? 0 })}
        />
      )}
      <FormActions>
        <Button type="submit" loading={create.running || update.running}>
          {t(role ? 'roles.save' : 'roles.make')}
        </Button>
      </FormActions>
    </Form>
  );
}
