import { useApolloClient, useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { SignOutDocument } from '@platen/graphql-client';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../shared/paths';

/** Ends the session at the gateway and forgets everything that was read. */
export function SignOutButton() {
  const { t } = useTranslation();
  const client = useApolloClient();
  const router = useRouter();
  const [signOut, { loading }] = useMutation(SignOutDocument);
  const [failed, setFailed] = useState(false);
  const leave = async () => {
    const result = await signOut().catch(() => undefined);
    // pretending to be signed out while the session lives would be worse than staying
    if (!result?.data?.signOut.ok) {
      setFailed(true);
      return;
    }
    await client.clearStore();
    await router.invalidate();
    router.history.push(paths.signIn());
  };
  return (
    <>
      <Button variant="default" loading={loading} onClick={() => void leave()}>
        {t('account.signOut')}
      </Button>
      {failed && <p role="alert">{t('account.signOutFailed')}</p>}
    </>
  );
}
