import { Button } from '@mantine/core';
import {
  type InvitationRowFragment,
  ResendInvitationDocument,
  RevokeInvitationDocument,
} from '@platen/graphql-client';
import { Confirm } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { useCommand } from '../../shared/use-command';
import classes from './joining.module.css';

/** What can still be done about an invitation; each act says first what it does. */
export function InvitationActs({ invitation }: { readonly invitation: InvitationRowFragment }) {
  const { t } = useTranslation();
  const { id, email, state } = invitation;
  const [asking, setAsking] = useState<'resend' | 'revoke'>();
  const resend = useCommand(ResendInvitationDocument, (answer) => answer.resendInvitation);
  const revoke = useCommand(RevokeInvitationDocument, (answer) => answer.revokeInvitation);
  if (state !== 'OPEN' && state !== 'EXPIRED') return null;
  const command = asking === 'revoke' ? revoke : resend;
  const go = async () => {
    if (await command.run({ input: { id } })) setAsking(undefined);
  };
  const leave = () => {
    command.clear();
    setAsking(undefined);
  };
  return (
    <div className={classes.acts}>
      <Button
        variant="default"
        size="xs"
        aria-label={t('joining.resendTo', { email })}
        onClick={() => setAsking('resend')}
      >
        {t('joining.resend')}
      </Button>
      <Button
        variant="default"
        size="xs"
        aria-label={t('joining.revokeOf', { email })}
        onClick={() => setAsking('revoke')}
      >
        {t('joining.revoke')}
      </Button>
      <Confirm
        open={asking !== undefined}
        title={t(asking === 'revoke' ? 'joining.revokeTitle' : 'joining.resendTitle')}
        confirm={t(asking === 'revoke' ? 'joining.revoke' : 'joining.resend')}
        cancel={t('joining.back')}
        danger={asking === 'revoke'}
        busy={command.running}
        onConfirm={() => void go()}
        onCancel={leave}
      >
        <CommandProblem failure={command.failure} />
        <p>{t(asking === 'revoke' ? 'joining.revokeText' : 'joining.resendText', { email })}</p>
      </Confirm>
    </div>
  );
}
