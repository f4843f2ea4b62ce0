import { useQuery } from '@apollo/client/react';
import { Button, NativeSelect } from '@mantine/core';
import { RoleChoicesDocument, type RoleChoicesQuery, UpdateUserRightsDocument } from '@platen/graphql-client';
import { Form, FormActions, useFormat } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { RightsMatrix, type RightState } from '../../shared/rights/rights-matrix';
import { RightsConsequence } from '../../shared/rights/rights-consequence';
import { type AnyRight, organisationRights } from '../../shared/rights/right-words';
import { roleName } from '../../shared/role-name';
import { errorAt, useCommand } from '../../shared/use-command';
import { useViewer } from '../../shared/viewer';
import type { UserDetail } from './user-page';

type Role = NonNullable<RoleChoicesQuery['roles']>[number];

/** Another role, or rights on top of it; says what that changes before it is saved. */
export function UserRightsForm({
  user,
  onDone,
  onCancel,
}: {
  readonly user: UserDetail;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const viewer = useViewer();
  const customerId = viewer.kind === 'STAFF' ? (user.customer?.id ?? null) : null;
  const { data } = useQuery(RoleChoicesDocument, { variables: { customerId } });
  const save = useCommand(UpdateUserRightsDocument, ({ updateUserRights }) => updateUserRights);
  const [roleId, setRoleId] = useState(user.role.id);
  const [granted, setGranted] = useState<readonly string[]>(user.grantedRights);
  const role: Pick<Role, 'rights'> = data?.roles?.find(({ id }) => id === roleId) ?? user.role;
  const extra = granted.filter((right) => !role.rights.includes(right));
  const after = [...role.rights, ...extra];

  // staff of the provider help with whatever an administrator could give; others give what they have
  const mayGive = (right: string) =>
    viewer.kind === 'STAFF' || viewer.rights.includes(right) || user.rights.includes(right);
  const stateOf = (right: AnyRight): RightState => {
    if (role.rights.includes(right)) return { held: true, locked: true, note: t('users.rights.byRole') };
    if (!mayGive(right)) return { held: false, locked: true, note: t('users.rights.notYours') };
    return { held: extra.includes(right) };
  };
  const toggle = (right: AnyRight, held: boolean) =>
    setGranted((before) => (held ? [...before, right] : before.filter((other) => other !== right)));
  const submit = async () => {
    if (await save.run({ input: { userId: user.id, roleId, grantedRights: extra } })) onDone();
  };
  return (
    <Form label={t('users.rights.change')} onSubmit={() => void submit()} wide>
      <CommandProblem failure={save.failure} />
      <NativeSelect
        id="roleId"
        label={t('users.rights.chooseRole')}
        description={t('users.rights.chooseRoleText')}
        error={errorAt(save.failure, 'roleId')}
        value={roleId}
        onChange={(event) => setRoleId(event.currentTarget.value)}
        data={roleOptions(data?.roles ?? [], user)}
      />
      <div id="grantedRights" tabIndex={-1}>
        <RightsMatrix
          label={t('users.rights.title')}
          rights={organisationRights}
          stateOf={stateOf}
          onToggle={toggle}
        />
      </div>
      <RightsConsequence
        before={user.rights}
        after={after}
        same={roleId === user.role.id && format.list(extra) === format.list(user.grantedRights)}
        also={t('users.rights.consequence', { name: user.firstName })}
      />
      <FormActions>
        <Button type="submit" loading={save.running}>
          {t('users.rights.save')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('users.rights.cancel')}
        </Button>
      </FormActions>
    </Form>
  );

  function roleOptions(roles: readonly Role[], { role: own }: UserDetail) {
    const known = roles.some(({ id }) => id === own.id) ? roles : [{ ...own, viewerCanGive: true }, ...roles];
    return known.map(({ id, name, viewerCanGive }) => {
      const words = roleName(name, t);
      const allowed = viewerCanGive || id === own.id;
      return {
        value: id,
        label: allowed ? words : t('users.rights.roleTooMuch', { role: words }),
        disabled: !allowed,
      };
    });
  }
}
