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

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('../../features/invitation/invitation-page'), 'InvitationPage'),
});

const apply = createRoute({
  getParentRoute: () => root,
  path: '/apply',
  validateSearch: (raw: Record<string, unknown>): { branch?: string } => ({
    branch: typeof raw.branch === 'string' && raw.branch !== '' ? raw.branch.slice(0, 20) : undefined,
  }),
  component: lazyRouteComponent(() => import('../../features/apply/apply-page'), 'ApplyPage'),
});

/** Pages that want no session. */
export const doorRoutes = [signIn, invitation, apply, confirmNotificationEmail];
