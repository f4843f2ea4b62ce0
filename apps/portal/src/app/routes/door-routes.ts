import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { parseSignInSearch } from '../../features/session/sign-in-search';
import { paths } from '../../shared/paths';
import { root } from './root-routes';

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: parseSignInSearch,
  beforeLoad: ({ context, search }) => {
    if (context.viewer.kind !== 'ANONYMOUS')
      throw redirect({ href: search.next ?? paths.overview(), replace: true });
  },
  component: lazyRouteComponent(() => import('../../features/session/sign-in-page'), 'SignInPage'),
});

const confirmNotificationEmail = createRoute({
  getParentRoute: () => root,
  path: '/confirm-notification-address',
  component: lazyRouteComponent(
    () => import('../../features/organisation/confirm-notification-address-page'),
    'ConfirmNotificationAddressPage',
  ),
});

/** Pages that want no session. */
export const doorRoutes = [signIn, confirmNotificationEmail];
