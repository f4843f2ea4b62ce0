import { createRootRouteWithContext, createRoute, redirect } from '@tanstack/react-router';
import { paths } from '../../shared/paths';
import type { AppContext } from '../context';
import { FailurePage } from '../failure-page';
import { loadViewer } from '../load-viewer';
import { NotFoundPage } from '../not-found-page';
import { Shell } from '../shell';

/** Above every page. */
export const root = createRootRouteWithContext<AppContext>()({
  // every page needs a language, the door and the wrong address too
  beforeLoad: async ({ context }) => ({ viewer: await loadViewer(context) }),
  errorComponent: FailurePage,
  notFoundComponent: NotFoundPage,
});

/** Everything that needs a session. Without one the way leads through the sign-in page and back. */
export const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'in',
  beforeLoad: ({ context, location }) => {
    // without the factor that is demanded there is no right to see anything else (threats C21)
    if (context.viewer.mustAddSecondFactor && !location.pathname.startsWith(paths.account()))
      throw redirect({ href: paths.security(), replace: true });
    if (context.viewer.kind !== 'ANONYMOUS') return;
    const next = location.href === '/' ? undefined : location.href;
    throw redirect({ href: paths.signIn({ next }), replace: true });
  },
  component: Shell,
  notFoundComponent: NotFoundPage,
});
