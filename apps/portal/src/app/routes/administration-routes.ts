import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { parseJoiningSearch } from '../../features/joining/joining-search';
import { signedIn } from './root-routes';

const organisation = createRoute({
  getParentRoute: () => signedIn,
  path: '/administration/organisation',
  component: lazyRouteComponent(
    () => import('../../features/organisation/organisation-page'),
    'OrganisationPage',
  ),
});

const joining = createRoute({
  getParentRoute: () => signedIn,
  path: '/administration/joining',
  validateSearch: parseJoiningSearch,
  component: lazyRouteComponent(() => import('../../features/joining/joining-page'), 'JoiningPage'),
});

/** What administrators do for their organisation or branch. */
export const administrationRoutes = [joining, organisation];
