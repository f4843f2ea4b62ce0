import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { paths } from '../shared/paths';

const root = getRouteApi('__root__');

/** When the gateway no longer knows the session: to the sign-in page, and back here afterwards. */
export function useSessionEnd(): void {
  const router = useRouter();
  const { session, client } = root.useRouteContext();
  useEffect(
    () =>
      session.onSignedOut(() => {
        const { href, pathname } = router.state.location;
        if (pathname === paths.signIn()) return;
        // nothing of the old session may be seen by the next person at this screen
        void client.clearStore().then(async () => {
          await router.invalidate();
          router.history.push(paths.signIn({ next: href, ended: 'yes' }));
        });
      }),
    [router, session, client],
  );
}
