import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import {
  StaffInvitationsDocument,
  type StaffInvitationsQuery,
  TakeBackStaffInvitationDocument,
} from '@platen/graphql-client';
import { Sheet, SheetBody, TwoLines, useFormat } from '@platen/ui';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { nodesOf } from '../../shared/connection';
import { roleName } from '../../shared/role-name';
import { useCommand } from '../../shared/use-command';

type Invitation = NonNullable<StaffInvitationsQuery['invitations']>['edges'][number]['node'];

/** Colleagues who have a letter and have not joined yet; nothing is shown when there are none. */
export function OpenInvitations() {
  const { t } = useTranslation();
  const { data, refetch } = useQuery(StaffInvitationsDocument, { fetchPolicy: 'cache-and-network' });
  const invitations = nodesOf(data?.invitations) ?? [];
  if (invitations.length === 0) return null;
  return (
    <Sheet title={t('staff.waiting.title')}>
      <SheetBody ruled>
        {invitations.map((invitation) => (
          <Waiting key={invitation.id} invitation={invitation} onChange={() => void refetch()} />
        ))}
      </SheetBody>
    </Sheet>
  );
}

function Waiting(props: { readonly invitation: Invitation; readonly onChange: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, email, roleName: role, expiresAt } = props.invitation;
  const command = useCommand(TakeBackStaffInvitationDocument, (data) => data.revokeInvitation);
  const takeBack = async () => {
    if (await command.run({ input: { id } })) props.onChange();
  };
  return (
    <div>
      <TwoLines
        plain
        first={email}
        second={t('staff.waiting.as', {
          role: role === null ? t('staff.waiting.noRole') : roleName(role, t),
          until: format.moment(expiresAt),
        })}
        end={
          <Button
            variant="default"
            size="compact-sm"
            loading={command.running}
            onClick={() => void takeBack()}
          >
            {t('staff.waiting.takeBack')}
          </Button>
        }
      />
      <CommandProblem failure={command.failure} />
    </div>
  );
}
