import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
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

/** The provider's own people. */
export const consoleRoutes = [customers, newCustomer, customer];
