import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedIn } from './root-routes';

const account = createRoute({
  getParentRoute: () => signedIn,
  path: '/account',
  component: lazyRouteComponent(() => import('../../features/account/account-page'), 'AccountPage'),
});

const security = createRoute({
  getParentRoute: () => signedIn,
  path: '/account/security',
  component: lazyRouteComponent(
    () => import('../../features/account/security/security-page'),
    'SecurityPage',
  ),
});

const notifications = createRoute({
  getParentRoute: () => signedIn,
  path: '/account/notifications',
  component: lazyRouteComponent(
    () => import('../../features/account/notifications-page'),
    'NotificationsPage',
  ),
});

const privacy = createRoute({
  getParentRoute: () => signedIn,
  path: '/account/privacy',
  component: lazyRouteComponent(() => import('../../features/account/privacy-page'), 'PrivacyPage'),
});

/** My account. */
export const accountRoutes = [account, security, notifications, privacy];
