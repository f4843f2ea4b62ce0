import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { parseJoiningSearch } from '../../features/joining/joining-search';
import { parseUserListSearch } from '../../features/users/user-list-search';
import { signedIn } from './root-routes';

const users = createRoute({
  getParentRoute: () => signedIn,
  path: '/administration/users',
  validateSearch: parseUserListSearch,
  component: lazyRouteComponent(() => import('../../features/users/user-list-page'), 'UserListPage'),
});

const user = createRoute({
  getParentRoute: () => signedIn,
  path: '/administration/users/$userId',
  component: lazyRouteComponent(() => import('../../features/users/user-page'), 'UserPage'),
});

const roles = createRoute({
  getParentRoute: () => signedIn,
  path: '/administration/roles',
  component: lazyRouteComponent(() => import('../../features/roles/role-list-page'), 'RoleListPage'),
});

const newRole = createRoute({
  getParentRoute: () => signedIn,
  path: '/administration/roles/new',
  component: lazyRouteComponent(() => import('../../features/roles/new-role-page'), 'NewRolePage'),
});

const role = createRoute({
  getParentRoute: () => signedIn,
  path: '/administration/roles/$roleId',
  component: lazyRouteComponent(() => import('../../features/roles/role-page'), 'RolePage'),
});

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
export const administrationRoutes = [joining, organisation, users, user, roles, newRole, role];
