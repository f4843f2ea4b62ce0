import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { parseUserListSearch } from '../../features/users/user-list-search';
import { signedIn } from './root-routes';

const customers = createRoute({
  getParentRoute: () => signedIn,
  path: '/console/customers',
  validateSearch: (raw: Record<string, unknown>): { search?: string } => ({
    search: typeof raw.search === 'string' && raw.search !== '' ? raw.search.slice(0, 100) : undefined,
  }),
  component: lazyRouteComponent(
    () => import('../../features/customers/customer-list-page'),
    'CustomerListPage',
  ),
});

const newCustomer = createRoute({
  getParentRoute: () => signedIn,
  path: '/console/new-customer',
  component: lazyRouteComponent(
    () => import('../../features/customers/new-customer-page'),
    'NewCustomerPage',
  ),
});

const customer = createRoute({
  getParentRoute: () => signedIn,
  path: '/console/customers/$customerId',
  component: lazyRouteComponent(() => import('../../features/customers/customer-page'), 'CustomerPage'),
});

const customerUsers = createRoute({
  getParentRoute: () => signedIn,
  path: '/console/customers/$customerId/users',
  validateSearch: parseUserListSearch,
  component: lazyRouteComponent(
    () => import('../../features/users/customer-users-page'),
    'CustomerUsersPage',
  ),
});

const staff = createRoute({
  getParentRoute: () => signedIn,
  path: '/console/staff',
  validateSearch: (raw: Record<string, unknown>): { member?: string } => ({
    member: typeof raw.member === 'string' ? raw.member.slice(0, 100) : undefined,
  }),
  component: lazyRouteComponent(() => import('../pages/staff-with-demand-page'), 'StaffWithDemandPage'),
});

const branch = createRoute({
  getParentRoute: () => signedIn,
  path: '/console/branch',
  validateSearch: (raw: Record<string, unknown>): { tab?: 'history' } =>
    raw.tab === 'history' ? { tab: 'history' } : {},
  component: lazyRouteComponent(
    () => import('../../features/branch/branch-settings-page'),
    'BranchSettingsPage',
  ),
});

/** The provider's own people. */
export const consoleRoutes = [customers, newCustomer, customer, customerUsers, staff, branch];
