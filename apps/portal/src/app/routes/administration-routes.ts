import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedIn } from './root-routes';

const organisation = createRoute({
  getParentRoute: () => signedIn,
  path: '/administration/organisation',
  component: lazyRouteComponent(
    () => import('../../features/organisation/organisation-page'),
    'OrganisationPage',
  ),
});

/** What administrators do for their organisation or branch. */
export const administrationRoutes = [organisation];
