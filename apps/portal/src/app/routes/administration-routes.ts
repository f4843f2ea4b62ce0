import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { parseCollectorListSearch } from '../../features/collectors/collector-list-search';
import { parseJoiningSearch } from '../../features/joining/joining-search';
import { parseUserListSearch } from '../../features/users/user-list-search';
import { parseAuditSearch } from '../../features/audit/audit-search';
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

const collectors = createRoute({
  getParentRoute: () => signedIn,
  path: '/collectors',
  validateSearch: parseCollectorListSearch,
  component: lazyRouteComponent(
    () => import('../../features/collectors/collector-list-page'),
    'CollectorListPage',
  ),
});

const newCollector = createRoute({
  getParentRoute: () => signedIn,
  path: '/collectors/new',
  component: lazyRouteComponent(
    () => import('../../features/collectors/new-collector-page'),
    'NewCollectorPage',
  ),
});

const collector = createRoute({
  getParentRoute: () => signedIn,
  path: '/collectors/$collectorId',
  component: lazyRouteComponent(() => import('../../features/collectors/collector-page'), 'CollectorPage'),
});

const keys = createRoute({
  getParentRoute: () => signedIn,
  path: '/administration/keys',
  component: lazyRouteComponent(() => import('../../features/keys/key-list-page'), 'KeyListPage'),
});

const newKey = createRoute({
  getParentRoute: () => signedIn,
  path: '/administration/new-key',
  component: lazyRouteComponent(() => import('../../features/keys/new-key-page'), 'NewKeyPage'),
});

const audit = createRoute({
  getParentRoute: () => signedIn,
  path: '/administration/audit',
  validateSearch: parseAuditSearch,
  component: lazyRouteComponent(() => import('../../features/audit/audit-page'), 'AuditPage'),
});

const auditEntry = createRoute({
  getParentRoute: () => signedIn,
  path: '/administration/audit/$entryId',
  component: lazyRouteComponent(() => import('../../features/audit/audit-entry-page'), 'AuditEntryPage'),
});

/** What administrators do for their organisation or branch. */
export const administrationRoutes = [
  users,
  user,
  roles,
  newRole,
  role,
  joining,
  organisation,
  collectors,
  newCollector,
  collector,
  keys,
  newKey,
  audit,
  auditEntry,
];
