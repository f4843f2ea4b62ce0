import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { parseCaseSearch } from '../../features/meter-cases/case-search';
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

const meterCases = createRoute({
  getParentRoute: () => signedIn,
  path: '/console/meter-cases',
  validateSearch: parseCaseSearch,
  component: lazyRouteComponent(
    () => import('../../features/meter-cases/meter-cases-page'),
    'MeterCasesPage',
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

const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 100) : undefined);

const register = createRoute({
  getParentRoute: () => signedIn,
  path: '/console/register',
  validateSearch: (raw: Record<string, unknown>): { found?: string; customer?: string } => ({
    found: text(raw.found),
    customer: text(raw.customer),
  }),
  component: lazyRouteComponent(() => import('../../features/register/register-page'), 'RegisterPage'),
});

const importList = createRoute({
  getParentRoute: () => signedIn,
  path: '/console/import',
  validateSearch: (raw: Record<string, unknown>): { list?: string } => ({ list: text(raw.list) }),
  component: lazyRouteComponent(() => import('../../features/register/import-page'), 'ImportPage'),
});

const found = createRoute({
  getParentRoute: () => signedIn,
  path: '/found-machines',
  validateSearch: (raw: Record<string, unknown>): { aside?: 'yes' } =>
    raw.aside === 'yes' ? { aside: 'yes' } : {},
  component: lazyRouteComponent(() => import('../../features/register/found-page'), 'FoundPage'),
});

const models = createRoute({
  getParentRoute: () => signedIn,
  path: '/console/models',
  validateSearch: (raw: Record<string, unknown>): { search?: string } => ({ search: text(raw.search) }),
  component: lazyRouteComponent(() => import('../../features/models/model-list-page'), 'ModelListPage'),
});

const newModel = createRoute({
  getParentRoute: () => signedIn,
  path: '/console/models/new',
  component: lazyRouteComponent(() => import('../../features/models/model-page'), 'NewModelPage'),
});

const model = createRoute({
  getParentRoute: () => signedIn,
  path: '/console/models/$modelId',
  component: lazyRouteComponent(() => import('../../features/models/model-page'), 'ModelPage'),
});

/** The provider's own people. */
export const consoleRoutes = [
  customers,
  newCustomer,
  customer,
  customerUsers,
  meterCases,
  staff,
  branch,
  register,
  importList,
  found,
  models,
  newModel,
  model,
];
