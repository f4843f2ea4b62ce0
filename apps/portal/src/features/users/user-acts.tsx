import { Button } from '@mantine/core';
import {
  DeactivateUserDocument,
  DeleteUserDocument,
  ReactivateUserDocument,
  ResetSecondFactorsOfUserDocument,
  SendPasswordResetDocument,
} from '@platen/graphql-client';
import { Confirm, Done, Sheet, SheetBody } from '@platen/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandProblem } from '../../shared/command-problem';
import { personName } from '../../shared/person-name';
import { useCommand } from '../../shared/use-command';
import type { UserDetail } from './user-page';

type Act = 'reset' | 'factors' | 'deactivate' | 'reactivate' | 'erase';

/** What can be done to somebody's account; each says what will happen, and asks, before it does. */
export function UserActs({ user, onChanged }: { readonly user: UserDetail; readonly onChanged: () => void }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Act>();
  const [done, setDone] = useState<Act>();
  const commands = {
    reset: useCommand(SendPasswordResetDocument, (data) => data.sendPasswordReset),
    factors: useCommand(ResetSecondFactorsOfUserDocument, (data) => data.resetSecondFactorsOfUser),
    deactivate: useCommand(DeactivateUserDocument, (data) => data.deactivateUser),
    reactivate: useCommand(ReactivateUserDocument, (data) => data.reactivateUser),
    erase: useCommand(DeleteUserDocument, (data) => data.deleteUser),
  };
  const offered = (
    [
      ['reset', user.viewerCanResetPassword],
      // sessions are shown to those who look after the person, who may do this too
      ['factors', user.hasSecondFactor && user.sessions !== null],
      ['reactivate', user.viewerCanReactivate],
      ['deactivate', user.viewerCanDeactivate],
      ['erase', user.viewerCanErase],
    ] as const
  ).flatMap(([act, can]) => (can ? [act] : []));
  if (offered.length === 0) return null;

  const values = { name: personName(user), email: user.email };
  const run = async (act: Act) => {
    for (const command of Object.values(commands)) command.clear();
    setDone(undefined);
    const success = await commands[act].run({ input: { userId: user.id } });
    setAsked(undefined);
    if (!success) return;
    setDone(act);
    if (act === 'factors') onChanged();
  };
  const failure = Object.values(commands).find((command) => command.failure)?.failure;
  return (
    <Sheet title={t('users.acts.title')}>
      <SheetBody ruled>
        {failure && <CommandProblem failure={failure} />}
        {done && <Done>{t(`users.acts.${done}.done`, values)}</Done>}
        {offered.map((act) => (
          <div key={act}>
            <p>{t(`users.acts.${act}.about`, values)}</p>
            <Button variant="default" mt="xs" onClick={() => setAsked(act)}>
              {t(`users.acts.${act}.button`)}
            </Button>
          </div>
        ))}
        {asked && (
          <Confirm
            open
            title={t(`users.acts.${asked}.question`, values)}
            confirm={t(`users.acts.${asked}.button`)}
            cancel={t('users.acts.cancel')}
            danger={asked === 'erase'}
            busy={commands[asked].running}
            onConfirm={() => void run(asked)}
            onCancel={() => setAsked(undefined)}
          >
            <p>{t(`users.acts.${asked}.consequence`, values)}</p>
          </Confirm>
        )}
      </SheetBody>
    </Sheet>
  );
}
