import { Button } from '@mantine/core';
import {
  DeactivateStaffDocument,
  ReactivateStaffDocument,
  UpdateStaffRoleDocument,
} from '@platen/graphql-client';
import { Confirm, Done, Facts, Form, FormActions, Note, Sheet, SheetBody } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { roleName } from '../../shared/role-name';
import { errorAt, useCommand } from '../../shared/use-command';
import { useViewer } from '../../shared/viewer';
import { RoleChoice } from './role-choice';
import type { StaffMember } from './staff-page';

/** One colleague: the role, and the way in and out. */
export function StaffMemberSheet({ member }: { readonly member: StaffMember }) {
  const { t } = useTranslation();
  const { user } = useViewer();
  return (
    <Sheet title={`${member.firstName} ${member.lastName}`}>
      <SheetBody>
        <Facts
          facts={[
            [t('staff.email'), member.email],
            [t('staff.column.role'), roleName(member.role.name, t)],
            [
              t('staff.secondFactor'),
              t(member.hasSecondFactor ? 'staff.hasSecondFactor' : 'staff.noSecondFactor'),
            ],
          ]}
        />
        {member.id === user?.id && <Note>{t('staff.oneself')}</Note>}
        {member.viewerCanChangeRole && <RoleForm member={member} />}
        <WayInAndOut member={member} />
      </SheetBody>
    </Sheet>
  );
}

function RoleForm({ member }: { readonly member: StaffMember }) {
  const { t } = useTranslation();
  const command = useCommand(UpdateStaffRoleDocument, (data) => data.updateStaffRole);
  const [roleId, setRoleId] = useState(member.role.id);
  const [saved, setSaved] = useState(false);
  const submit = async () => {
    setSaved(false);
    setSaved((await command.run({ input: { userId: member.id, roleId } })) !== undefined);
  };
  return (
    <Form label={t('staff.role.title')} onSubmit={() => void submit()}>
      {saved && <Done>{t('staff.role.saved')}</Done>}
      <CommandProblem failure={command.failure} />
      <RoleChoice
        id="roleId"
        value={roleId}
        error={errorAt(command.failure, 'roleId')}
        onChange={setRoleId}
      />
      {roleId !== member.role.id && <Note>{t('staff.role.consequence')}</Note>}
      <FormActions>
        <Button type="submit" variant="default" loading={command.running}>
          {t('staff.role.submit')}
        </Button>
      </FormActions>
    </Form>
  );
}

function WayInAndOut({ member }: { readonly member: StaffMember }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const deactivate = useCommand(DeactivateStaffDocument, (data) => data.deactivateStaff);
  const reactivate = useCommand(ReactivateStaffDocument, (data) => data.reactivateStaff);
  if (!member.viewerCanDeactivate && !member.viewerCanReactivate) return null;
  const words = member.viewerCanReactivate ? 'reactivate' : 'deactivate';
  const act = async () => {
    const command = member.viewerCanReactivate ? reactivate : deactivate;
    await command.run({ userId: member.id });
    setAsking(false);
  };
  return (
    <>
      <CommandProblem failure={deactivate.failure ?? reactivate.failure} />
      <FormActions>
        <Button variant="default" onClick={() => setAsking(true)}>
          {t(`staff.${words}.ask`)}
        </Button>
      </FormActions>
      <Confirm
        open={asking}
        title={t(`staff.${words}.title`, { name: `${member.firstName} ${member.lastName}` })}
        confirm={t(`staff.${words}.ask`)}
        cancel={t('staff.cancel')}
        danger={words === 'deactivate'}
        busy={deactivate.running || reactivate.running}
        onConfirm={() => void act()}
        onCancel={() => setAsking(false)}
      >
        <p>{t(`staff.${words}.consequence`)}</p>
      </Confirm>
    </>
  );
}
