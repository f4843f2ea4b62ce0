import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { parseDeviceDetailSearch } from '../../features/devices/device-detail-search';
import { parseDeviceListSearch } from '../../features/devices/device-list-search';
import { parseMoveSearch } from '../../features/devices/move/move-search';
import { parseLocationSearch } from '../../features/locations/location-search';
import { parseRoundSearch } from '../../features/meters/round-search';
import { parseNewOrderSearch } from '../../features/new-order/new-order-search';
import { parseOrderListSearch } from '../../features/orders/order-list-search';
import { parseReportSearch } from '../../features/reports/report-search';
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

const deviceSilence = createRoute({
  getParentRoute: () => signedIn,
  path: '/machines/$deviceId/silence',
  component: lazyRouteComponent(() => import('../../features/self-diagnosis/silence-page'), 'SilencePage'),
});

const editDevice = createRoute({
  getParentRoute: () => signedIn,
  path: '/machines/$deviceId/edit',
  component: lazyRouteComponent(() => import('../../features/devices/edit-device-page'), 'EditDevicePage'),
});

const moveDevice = createRoute({
  getParentRoute: () => signedIn,
  path: '/machines/$deviceId/move',
  validateSearch: parseMoveSearch,
  component: lazyRouteComponent(() => import('../../features/devices/move-device-page'), 'MoveDevicePage'),
});

const deviceLife = createRoute({
  getParentRoute: () => signedIn,
  path: '/machines/$deviceId/life',
  component: lazyRouteComponent(() => import('../../features/devices/life-page'), 'LifePage'),
});

const deviceLabel = createRoute({
  getParentRoute: () => signedIn,
  path: '/machines/$deviceId/label',
  component: lazyRouteComponent(() => import('../../features/labels/label-page'), 'LabelPage'),
});

// what the QR codes on machines hold: as short as can be
const scanned = createRoute({
  getParentRoute: () => signedIn,
  path: '/l/$code',
  component: lazyRouteComponent(() => import('../../features/labels/scanned-page'), 'ScannedPage'),
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

const locations = createRoute({
  getParentRoute: () => signedIn,
  path: '/locations',
  validateSearch: parseLocationSearch,
  component: lazyRouteComponent(
    () => import('../../features/locations/location-list-page'),
    'LocationListPage',
  ),
});

const newLocation = createRoute({
  getParentRoute: () => signedIn,
  path: '/locations/new',
  validateSearch: parseLocationSearch,
  component: lazyRouteComponent(
    () => import('../../features/locations/new-location-page'),
    'NewLocationPage',
  ),
});

const location = createRoute({
  getParentRoute: () => signedIn,
  path: '/locations/$locationId',
  validateSearch: (raw: Record<string, unknown>): { odd?: 'yes' } =>
    raw.odd === 'yes' ? { odd: 'yes' } : {},
  component: lazyRouteComponent(() => import('../../features/locations/location-page'), 'LocationPage'),
});

const meterReadings = createRoute({
  getParentRoute: () => signedIn,
  path: '/meter-readings',
  validateSearch: parseRoundSearch,
  component: lazyRouteComponent(() => import('../../features/meters/round-page'), 'RoundPage'),
});

const orders = createRoute({
  getParentRoute: () => signedIn,
  path: '/orders',
  validateSearch: parseOrderListSearch,
  component: lazyRouteComponent(() => import('../../features/orders/order-list-page'), 'OrderListPage'),
});

const newOrder = createRoute({
  getParentRoute: () => signedIn,
  path: '/orders/new',
  validateSearch: parseNewOrderSearch,
  component: lazyRouteComponent(() => import('../../features/new-order/new-order-page'), 'NewOrderPage'),
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

const reports = createRoute({
  getParentRoute: () => signedIn,
  path: '/reports',
  validateSearch: parseReportSearch,
  component: lazyRouteComponent(() => import('../../features/reports/report-page'), 'ReportPage'),
});

/** The daily work of a customer's people. */
export const workRoutes = [
  overview,
  devices,
  device,
  editDevice,
  moveDevice,
  deviceLife,
  deviceSilence,
  deviceLabel,
  scanned,
  groups,
  group,
  groupPeople,
  locations,
  newLocation,
  location,
  meterReadings,
  orders,
  newOrder,
  order,
  tickets,
  invoices,
  reports,
];
