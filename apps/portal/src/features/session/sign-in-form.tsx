import { useMutation } from '@apollo/client/react';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { SignInDocument } from '@platen/graphql-client';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keepEmail, keptEmail } from '../../shared/kept-email';
import { PasskeySignIn } from './passkey-sign-in';
import classes from './sign-in-page.module.css';
import {
  checkSignIn,
  failureOf,
  type SecondStep,
  type SecondStepFailure,
  type SignInFailure,
} from './sign-in-outcome';
import { SignInProblem } from './sign-in-problem';
import { useEnter } from './use-enter';

/**
 * E-mail and password, or a passkey alone. A failure keeps what was typed, says what happened, and takes the focus.
 * @param failed  why one was sent back here from the second step
 */
export function SignInForm(props: {
  readonly next?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly failed?: SecondStepFailure | undefined;
  readonly onSecondStep: (step: SecondStep) => void;
}) {
  const { t } = useTranslation();
  const enter = useEnter(props.next);
  const [signIn, { loading }] = useMutation(SignInDocument);
  const [email, setEmail] = useState(keptEmail);
  const [password, setPassword] = useState('');
  const [failure, setFailure] = useState<SignInFailure | SecondStepFailure | undefined>(props.failed);

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const missing = checkSignIn(email, password);
    setFailure(missing);
    if (missing) return;
    const input = { email: email.trim(), password, userAgent: navigator.userAgent };
    // a network failure is an answer too: the form stays, with everything typed
    const result = await signIn({ variables: { input } }).catch(() => undefined);
    const answer = result?.data?.signIn;
    if (answer?.__typename === 'SignInSuccess') await enter();
    else if (answer?.__typename === 'SecondFactorRequired') props.onSecondStep(answer);
    else setFailure(failureOf(answer));
  };

  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
      {failure && <SignInProblem failure={failure} timeZone={props.timeZone} />}
      <TextInput
        label={t('signIn.email')}
        type="email"
        name="email"
        autoComplete="username"
        inputMode="email"
        value={email}
        error={failure?.kind === 'emailMissing' && t('signIn.error.emailMissing.title')}
        onChange={({ currentTarget }) => {
          setEmail(currentTarget.value);
          keepEmail(currentTarget.value);
        }}
      />
      <PasswordInput
        label={t('signIn.password')}
        name="password"
        autoComplete="current-password"
        value={password}
        error={failure?.kind === 'passwordMissing' && t('signIn.error.passwordMissing.title')}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
        onChange={({ currentTarget }) => setPassword(currentTarget.value)}
      />
      <Button type="submit" loading={loading} fullWidth>
        {t('signIn.submit')}
      </Button>
      <PasskeySignIn onIn={() => void enter()} onFailure={setFailure} />
    </form>
  );
}
