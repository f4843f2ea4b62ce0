import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { parseDeviceDetailSearch } from '../features/devices/device-detail-search';
import { parseDeviceListSearch } from '../features/devices/device-list-search';
import { parseOrderListSearch } from '../features/orders/order-list-search';
import { parseSignInSearch } from '../features/session/sign-in-search';
import { paths } from '../shared/paths';
import type { AppContext } from './context';
import { FailurePage } from './failure-page';
import { loadViewer } from './load-viewer';
import { NotFoundPage } from './not-found-page';
import { Shell } from './shell';

const root = createRootRouteWithContext<AppContext>()({
  // every page needs a language, the door and the wrong address too
  beforeLoad: async ({ context }) => ({ viewer: await loadViewer(context) }),
  errorComponent: FailurePage,
  notFoundComponent: NotFoundPage,
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: parseSignInSearch,
  beforeLoad: ({ context, search }) => {
    if (context.viewer.kind !== 'ANONYMOUS')
      throw redirect({ href: search.next ?? paths.overview(), replace: true });
  },
  component: lazyRouteComponent(() => import('../features/session/sign-in-page'), 'SignInPage'),
});

/** Everything that needs a session. Without one the way leads through the sign-in page and back. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'in',
  beforeLoad: ({ context, location }) => {
    if (context.viewer.kind !== 'ANONYMOUS') return;
    const next = location.href === '/' ? undefined : location.href;
    throw redirect({ href: paths.signIn({ next }), replace: true });
  },
  component: Shell,
  notFoundComponent: NotFoundPage,
});

const overview = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: ({ context }) => {
    // the console of the provider's people begins with their customers
    if (context.viewer.kind === 'STAFF') throw redirect({ href: paths.customers(), replace: true });
  },
  component: lazyRouteComponent(() => import('../features/overview/overview-page'), 'OverviewPage'),
});

const devices = createRoute({
  getParentRoute: () => signedIn,
  path: '/machines',
  validateSearch: parseDeviceListSearch,
  component: lazyRouteComponent(() => import('../features/devices/device-list-page'), 'DeviceListPage'),
});

const device = createRoute({
  getParentRoute: () => signedIn,
  path: '/machines/$deviceId',
  validateSearch: parseDeviceDetailSearch,
  component: lazyRouteComponent(() => import('../features/devices/device-page'), 'DevicePage'),
});

const orders = createRoute({
  getParentRoute: () => signedIn,
  path: '/orders',
  validateSearch: parseOrderListSearch,
  component: lazyRouteComponent(() => import('../features/orders/order-list-page'), 'OrderListPage'),
});

const order = createRoute({
  getParentRoute: () => signedIn,
  path: '/orders/$orderId',
  component: lazyRouteComponent(() => import('../features/orders/order-page'), 'OrderPage'),
});

const tickets = createRoute({
  getParentRoute: () => signedIn,
  path: '/requests',
  component: lazyRouteComponent(() => import('../features/tickets/ticket-list-page'), 'TicketListPage'),
});

const invoices = createRoute({
  getParentRoute: () => signedIn,
  path: '/invoices',
  component: lazyRouteComponent(() => import('../features/invoices/invoice-list-page'), 'InvoiceListPage'),
});

const account = createRoute({
  getParentRoute: () => signedIn,
  path: '/account',
  component: lazyRouteComponent(() => import('../features/account/account-page'), 'AccountPage'),
});

const customers = createRoute({
  getParentRoute: () => signedIn,
  path: '/console/customers',
  validateSearch: (raw: Record<string, unknown>): { search?: string } => ({
    search: typeof raw.search === 'string' && raw.search !== '' ? raw.search.slice(0, 100) : undefined,
  }),
  component: lazyRouteComponent(() => import('../features/customers/customer-list-page'), 'CustomerListPage'),
});

/** All routes; their addresses are built by shared/paths.ts. */
export const routeTree = root.addChildren([
  signIn,
  signedIn.addChildren([overview, devices, device, orders, order, tickets, invoices, account, customers]),
]);
