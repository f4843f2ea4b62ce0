import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { SignInWithPasskeyDocument, StartPasskeySignInDocument } from '@platen/graphql-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askForPasskey, knowsPasskeys } from '../../shared/passkeys';
import { failureOf, type SecondStepFailure, type SignInFailure } from './sign-in-outcome';

/** Signing in without a password, where the browser can. */
export function PasskeySignIn(props: {
  readonly onIn: () => void;
  readonly onFailure: (failure: SignInFailure | SecondStepFailure | undefined) => void;
}) {
  const { t } = useTranslation();
  const [start] = useMutation(StartPasskeySignInDocument);
  const [finish] = useMutation(SignInWithPasskeyDocument);
  const [busy, setBusy] = useState(false);
  if (!knowsPasskeys()) return null;

  const attempt = async (): Promise<SignInFailure | SecondStepFailure | undefined> => {
    const started = await start().catch(() => undefined);
    if (!started?.data) return { kind: 'unreachable' };
    const response = await askForPasskey(started.data.startPasskeySignIn.options);
    if (response === undefined) return { kind: 'passkeyCancelled' };
    const input = { response, userAgent: navigator.userAgent };
    const answer = (await finish({ variables: { input } }).catch(() => undefined))?.data?.signInWithPasskey;
    if (answer?.__typename === 'SignInSuccess') return undefined;
    return answer?.__typename === 'WrongCredentialsError'
      ? { kind: 'passkeyNotAccepted' }
      : failureOf(answer);
  };
  const use = async () => {
    setBusy(true);
    const failure = await attempt();
    setBusy(false);
    props.onFailure(failure);
    if (!failure) props.onIn();
  };
  return (
    <Button variant="default" fullWidth loading={busy} onClick={() => void use()}>
      {t('secondStep.withPasskey')}
    </Button>
  );
}
