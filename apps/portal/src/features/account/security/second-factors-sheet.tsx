import { useRouter } from '@tanstack/react-router';
import { useApolloClient } from '@apollo/client/react';
import { type FactorsOfPageFragment, ViewerDocument } from '@platen/graphql-client';
import { Done, Sheet, SheetBody } from '@platen/ui';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AddPasskey } from './add-passkey';
import { AppRow, CodesRow, PasskeyRows } from './factor-rows';
import type { FactorDone, FactorTask, FactorTaskEnd } from './factor-task';
import { RecoveryCodes } from './recovery-codes';
import { RemoveApp, RemovePasskey, RenewCodes } from './remove-factor';
import { RenamePasskey } from './rename-passkey';
import classes from './security.module.css';
import { SetAuthenticatorApp } from './set-authenticator-app';

/** App, passkeys and recovery codes; what is being done with one of them opens below it. */
export function SecondFactorsSheet({
  factors,
  onChanged,
}: {
  readonly factors: FactorsOfPageFragment;
  readonly onChanged: () => Promise<unknown>;
}) {
  const { t } = useTranslation();
  const router = useRouter();
  const client = useApolloClient();
  const [task, setTask] = useState<FactorTask>();
  const [done, setDone] = useState<FactorDone | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const begin = (next: FactorTask) => {
    setDone(null);
    setTask(next);
  };
  const end: FactorTaskEnd = {
    onCancel: () => setTask(undefined),
    onDone: (what, shown) => {
      setTask(undefined);
      setDone(what);
      setCodes(shown);
      // the rights of who had to add one are back: the frame asks again who is here
      void Promise.all([
        onChanged(),
        client.query({ query: ViewerDocument, fetchPolicy: 'network-only' }),
      ]).then(() => router.invalidate());
    },
  };
  const form = (kinds: readonly FactorTask['kind'][]): ReactNode =>
    task && kinds.includes(task.kind) && <TaskForm task={task} factors={factors} {...end} />;
  return (
    <Sheet title={t('security.factors')}>
      <SheetBody>
        {done && <Done>{t(`security.${done}`)}</Done>}
        {codes ? (
          <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />
        ) : (
          <div className={classes.rows}>
            <AppRow factors={factors} onTask={begin}>
              {form(['setApp', 'removeApp'])}
            </AppRow>
            <PasskeyRows factors={factors} onTask={begin}>
              {form(['addPasskey', 'renamePasskey', 'removePasskey'])}
            </PasskeyRows>
            <CodesRow factors={factors} onTask={begin}>
              {form(['renewCodes'])}
            </CodesRow>
          </div>
        )}
      </SheetBody>
    </Sheet>
  );
}

function TaskForm({
  task,
  factors,
  ...end
}: FactorTaskEnd & { readonly task: FactorTask; readonly factors: FactorsOfPageFragment }) {
  const count = factors.passkeys.length + (factors.authenticatorAppAddedAt ? 1 : 0);
  switch (task.kind) {
    case 'setApp':
      return <SetAuthenticatorApp replaces={factors.authenticatorAppAddedAt !== null} {...end} />;
    case 'removeApp':
      return <RemoveApp last={count === 1} {...end} />;
    case 'addPasskey':
      return <AddPasskey {...end} />;
    case 'renamePasskey':
      return <RenamePasskey key={task.id} {...task} {...end} />;
    case 'removePasskey':
      return <RemovePasskey key={task.id} {...task} last={count === 1} {...end} />;
    case 'renewCodes':
      return <RenewCodes {...end} />;
  }
}
