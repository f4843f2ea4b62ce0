import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { parseDeviceDetailSearch } from '../../features/devices/device-detail-search';
import { parseDeviceListSearch } from '../../features/devices/device-list-search';
import { parseOrderListSearch } from '../../features/orders/order-list-search';
import { paths } from '../../shared/paths';
import { signedIn } from './root-routes';

const overview = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: ({ context }) => {
    // the console of the provider's people begins with their customers
    if (context.viewer.kind === 'STAFF') throw redirect({ href: paths.customers(), replace: true });
  },
  component: lazyRouteComponent(() => import('../../features/overview/overview-page'), 'OverviewPage'),
});

const devices = createRoute({
  getParentRoute: () => signedIn,
  path: '/machines',
  validateSearch: parseDeviceListSearch,
  component: lazyRouteComponent(() => import('../../features/devices/device-list-page'), 'DeviceListPage'),
});

const device = createRoute({
  getParentRoute: () => signedIn,
  path: '/machines/$deviceId',
  validateSearch: parseDeviceDetailSearch,
  component: lazyRouteComponent(() => import('../../features/devices/device-page'), 'DevicePage'),
});

const groups = createRoute({
  getParentRoute: () => signedIn,
  path: '/groups',
  component: lazyRouteComponent(() => import('../../features/groups/group-list-page'), 'GroupListPage'),
});

const group = createRoute({
  getParentRoute: () => signedIn,
  path: '/groups/$groupId',
  component: lazyRouteComponent(() => import('../../features/groups/group-page'), 'GroupPage'),
});

const groupPeople = createRoute({
  getParentRoute: () => signedIn,
  path: '/groups/$groupId/people',
  component: lazyRouteComponent(() => import('../../features/groups/group-people-page'), 'GroupPeoplePage'),
});

const orders = createRoute({
  getParentRoute: () => signedIn,
  path: '/orders',
  validateSearch: parseOrderListSearch,
  component: lazyRouteComponent(() => import('../../features/orders/order-list-page'), 'OrderListPage'),
});

const order = createRoute({
  getParentRoute: () => signedIn,
  path: '/orders/$orderId',
  component: lazyRouteComponent(() => import('../../features/orders/order-page'), 'OrderPage'),
});

const tickets = createRoute({
  getParentRoute: () => signedIn,
  path: '/requests',
  component: lazyRouteComponent(() => import('../../features/tickets/ticket-list-page'), 'TicketListPage'),
});

const invoices = createRoute({
  getParentRoute: () => signedIn,
  path: '/invoices',
  component: lazyRouteComponent(() => import('../../features/invoices/invoice-list-page'), 'InvoiceListPage'),
});

/** The daily work of a customer's people. */
export const workRoutes = [
  overview,
  devices,
  device,
  groups,
  group,
  groupPeople,
  orders,
  order,
  tickets,
  invoices,
];
