import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedIn } from './root-routes';

const account = createRoute({
  getParentRoute: () => signedIn,
  path: '/account',
  component: lazyRouteComponent(() => import('../../features/account/account-page'), 'AccountPage'),
});

/** My account. */
export const accountRoutes = [account];
