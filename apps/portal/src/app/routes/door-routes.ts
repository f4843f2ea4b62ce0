import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { parseDoorSearch, parseSignInSearch } from '../../features/session/sign-in-search';
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

const meterLink = createRoute({
  getParentRoute: () => root,
  path: '/meter-link',
  component: lazyRouteComponent(() => import('../../features/meter-link/meter-link-page'), 'MeterLinkPage'),
});

const apply = createRoute({
  getParentRoute: () => root,
  path: '/apply',
  validateSearch: (raw: Record<string, unknown>): { branch?: string } => ({
    branch: typeof raw.branch === 'string' && raw.branch !== '' ? raw.branch.slice(0, 20) : undefined,
  }),
  component: lazyRouteComponent(() => import('../../features/apply/apply-page'), 'ApplyPage'),
});

const forgottenPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgotten-password',
  validateSearch: parseDoorSearch,
  component: lazyRouteComponent(
    () => import('../../features/session/forgotten-password-page'),
    'ForgottenPasswordPage',
  ),
});

const setPassword = createRoute({
  getParentRoute: () => root,
  path: '/set-password',
  component: lazyRouteComponent(() => import('../../features/session/set-password-page'), 'SetPasswordPage'),
});

const confirmEmail = createRoute({
  getParentRoute: () => root,
  path: '/confirm-email',
  component: lazyRouteComponent(() => import('../../features/session/email-link-pages'), 'ConfirmEmailPage'),
});

const undoEmail = createRoute({
  getParentRoute: () => root,
  path: '/undo-email',
  component: lazyRouteComponent(() => import('../../features/session/email-link-pages'), 'UndoEmailPage'),
});

/** Pages that want no session. */
export const doorRoutes = [
  signIn,
  forgottenPassword,
  setPassword,
  confirmEmail,
  undoEmail,
  confirmNotificationEmail,
  invitation,
  meterLink,
  apply,
];
