import { useApolloClient, useMutation } from '@apollo/client/react';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { SignInDocument } from '@platen/graphql-client';
import { Formatter } from '@platen/ui';
import { useRouter } from '@tanstack/react-router';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageFor, localeFor } from '../../shared/language';
import { paths } from '../../shared/paths';
import { keepEmail, keptEmail } from '../../shared/kept-email';
import classes from './sign-in-page.module.css';
import { checkSignIn, failureOf, type SignInFailure } from './sign-in-outcome';

/** E-mail and password. A failure keeps what was typed, says what happened, and takes the focus. */
export function SignInForm({ next, timeZone }: { readonly next?: string; readonly timeZone?: string }) {
  const { t } = useTranslation();
  const router = useRouter();
  const client = useApolloClient();
  const [signIn, { loading }] = useMutation(SignInDocument);
  const [email, setEmail] = useState(keptEmail);
  const [password, setPassword] = useState('');
  const [failure, setFailure] = useState<SignInFailure>();

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const missing = checkSignIn(email, password);
    setFailure(missing);
    if (missing) return;
    const input = { email: email.trim(), password };
    // a network failure is an answer too: the form stays, with everything typed
    const result = await signIn({ variables: { input } }).catch(() => undefined);
    const refused = failureOf(result?.data?.signIn);
    setFailure(refused);
    if (refused) return;
    await client.clearStore();
    await router.invalidate();
    router.history.push(next ?? paths.overview());
  };

  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
      {failure && <Failure failure={failure} timeZone={timeZone} />}
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
    </form>
  );
}

/** What happened and what to do, above the fields. */
function Failure({
  failure,
  timeZone = 'UTC',
}: {
  readonly failure: SignInFailure;
  readonly timeZone?: string;
}) {
  const { t, i18n } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [failure]);
  const format = new Formatter({ locale: localeFor(languageFor([i18n.language]), undefined), timeZone });
  const values = failure.kind === 'tooMany' ? { time: format.time(failure.retryAt) } : { time: '' };
  return (
    <div ref={box} className={classes.error} role="alert" tabIndex={-1}>
      <strong>{t(`signIn.error.${failure.kind}.title`, values)}</strong>
      <p>{t(`signIn.error.${failure.kind}.text`, values)}</p>
    </div>
  );
}
