import { useMutation } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { CompleteSignInDocument, type CompleteSignInInput } from '@platen/graphql-client';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askForPasskey, knowsPasskeys } from '../../shared/passkeys';
import classes from './sign-in-page.module.css';
import { failureOf, type SecondStep, type SecondStepFailure, type SignInFailure } from './sign-in-outcome';
import { SignInProblem } from './sign-in-problem';
import { useEnter } from './use-enter';

/** The second proof: a code, a recovery code or a passkey, whichever this person has. */
export function SecondStepForm(props: {
  readonly step: SecondStep;
  readonly next?: string | undefined;
  readonly timeZone?: string | undefined;
  /** back to the first step, with the reason where there is one */
  readonly onAgain: (reason?: SecondStepFailure) => void;
}) {
  const { t } = useTranslation();
  const { challenge, methods, passkeyOptions } = props.step;
  const enter = useEnter(props.next);
  const [complete, { loading }] = useMutation(CompleteSignInDocument);
  const hasApp = methods.includes('AUTHENTICATOR_APP');
  const canRecover = methods.includes('RECOVERY_CODE');
  const [recovering, setRecovering] = useState(!hasApp && passkeyOptions === null);
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<SignInFailure | SecondStepFailure>();
  const showsField = recovering || hasApp;

  const prove = async (proof: Omit<CompleteSignInInput, 'challenge'>) => {
    setFailure(undefined);
    const input = { challenge, userAgent: navigator.userAgent, ...proof };
    const answer = (await complete({ variables: { input } }).catch(() => undefined))?.data?.completeSignIn;
    if (answer?.__typename === 'SignInSuccess') return enter();
    const refused = failureOf(answer);
    if (refused.kind === 'expired') props.onAgain(refused);
    else setFailure(refused);
  };
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (typed.trim() === '') setFailure({ kind: 'codeMissing' });
    else await prove(recovering ? { recoveryCode: typed } : { code: typed });
  };
  const usePasskey = async () => {
    const passkey = await askForPasskey(passkeyOptions ?? '');
    if (passkey === undefined) setFailure({ kind: 'passkeyCancelled' });
    else await prove({ passkey });
  };
  const switchField = () => {
    setRecovering(!recovering);
    setTyped('');
    setFailure(undefined);
  };

  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
      {failure && <SignInProblem failure={failure} timeZone={props.timeZone} />}
      {passkeyOptions !== null && knowsPasskeys() && (
        <Button
          variant={showsField ? 'default' : 'filled'}
          fullWidth
          loading={loading}
          onClick={() => void usePasskey()}
        >
          {t('secondStep.passkey')}
        </Button>
      )}
      {showsField && (
        <>
          <TextInput
            key={recovering ? 'recovery' : 'code'}
            label={t(recovering ? 'secondStep.recoveryCode' : 'secondStep.code')}
            description={t(recovering ? 'secondStep.recoveryHelp' : 'secondStep.codeHelp')}
            name={recovering ? 'recoveryCode' : 'code'}
            autoComplete={recovering ? 'off' : 'one-time-code'}
            inputMode={recovering ? 'text' : 'numeric'}
            autoCapitalize={recovering ? 'characters' : 'off'}
            maxLength={recovering ? 40 : 12}
            autoFocus
            value={typed}
            error={failure?.kind === 'codeMissing' && t('secondStep.error.codeMissing.title')}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <Button type="submit" loading={loading} fullWidth>
            {t('secondStep.submit')}
          </Button>
        </>
      )}
      <div className={classes.otherWays}>
        {(recovering ? hasApp || passkeyOptions !== null : canRecover) && (
          <Button variant="subtle" onClick={switchField}>
            {t(
              recovering && hasApp
                ? 'secondStep.useCode'
                : recovering
                  ? 'secondStep.passkey'
                  : 'secondStep.useRecovery',
            )}
          </Button>
        )}
        <Button variant="subtle" onClick={() => props.onAgain()}>
          {t('secondStep.again')}
        </Button>
      </div>
    </form>
  );
}
