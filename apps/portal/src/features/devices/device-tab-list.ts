import { lazyRouteComponent } from '@tanstack/react-router';
import type { Right } from '../../shared/viewer';

/** Every tab of a machine, in order: whom it is shown to, and its panel, fetched when it is first looked at. */
export const deviceTabs = [
  {
    tab: 'overview',
    right: 'device:read',
    Panel: lazyRouteComponent(() => import('./tabs/overview-tab'), 'OverviewTab'),
  },
  {
    tab: 'orders',
    right: 'order:read',
    Panel: lazyRouteComponent(() => import('./tabs/orders-tab'), 'OrdersTab'),
  },
  {
    tab: 'meters',
    right: 'device:read',
    Panel: lazyRouteComponent(() => import('./tabs/meters-tab'), 'MetersTab'),
  },
  {
    tab: 'volumes',
    right: 'report:read',
    Panel: lazyRouteComponent(() => import('./tabs/volumes-tab'), 'VolumesTab'),
  },
  {
    tab: 'service',
    right: 'ticket:read',
    Panel: lazyRouteComponent(() => import('./tabs/service-tab'), 'ServiceTab'),
  },
  {
    tab: 'contract',
    right: 'device:read',
    Panel: lazyRouteComponent(() => import('./tabs/contract-tab'), 'ContractTab'),
  },
  {
    tab: 'timeline',
    right: 'device:read',
    Panel: lazyRouteComponent(() => import('./tabs/timeline-tab'), 'TimelineTab'),
  },
] as const satisfies readonly { tab: string; right: Right; Panel: unknown }[];

/** A tab's name in the URL; its words are `devices.tabs.*`. */
export type DeviceTab = (typeof deviceTabs)[number]['tab'];
