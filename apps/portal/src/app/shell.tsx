import { useQuery } from '@apollo/client/react';
import { NavigationCountsDocument } from '@platen/graphql-client';
import { AppFrame, FormatProvider, Formatter, type IconName, type NavItem } from '@platen/ui';
import { getRouteApi, Outlet, useLocation } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { languageFor, languageNames, localeFor } from '../shared/language';
import { paths } from '../shared/paths';
import { roleName } from '../shared/role-name';
import { type Viewer, ViewerProvider } from '../shared/viewer';
import { type Place, placesFor } from './navigation';
import { ViewBanner } from './view-banner';
import { useFocusOnNavigation } from './use-focus-on-navigation';
import { useSessionEnd } from './use-session-end';

const route = getRouteApi('/in');

const looks: Readonly<Record<Place, { href: string; icon: IconName; thumb?: boolean }>> = {
  overview: { href: paths.overview(), icon: 'overview', thumb: true },
  machines: { href: paths.devices(), icon: 'machine', thumb: true },
  orders: { href: paths.orders(), icon: 'order', thumb: true },
  requests: { href: paths.tickets(), icon: 'request' },
  reports: { href: paths.reports(), icon: 'report' },
  invoices: { href: paths.invoices(), icon: 'invoice' },
  groups: { href: paths.groups(), icon: 'group' },
  locations: { href: paths.locations(), icon: 'place' },
  meterReadings: { href: paths.meterReadings(), icon: 'meter' },
  register: { href: paths.registerMachine(), icon: 'machine' },
  found: { href: paths.foundMachines(), icon: 'search' },
  meterCases: { href: paths.meterCases(), icon: 'warning' },
  users: { href: paths.users(), icon: 'people' },
  joining: { href: paths.joining(), icon: 'letter' },
  roles: { href: paths.roles(), icon: 'role' },
  organisation: { href: paths.organisation(), icon: 'settings' },
  collectors: { href: paths.collectors(), icon: 'collector' },
  keys: { href: paths.keys(), icon: 'key' },
  audit: { href: paths.audit(), icon: 'log' },
  staff: { href: paths.staff(), icon: 'people' },
  branch: { href: paths.branchSettings(), icon: 'settings' },
  customers: { href: paths.customers(), icon: 'customer', thumb: true },
  account: { href: paths.account(), icon: 'account' },
};

/** Frame of the signed-in portal: navigation by rights, the reader's formats, the page. */
export function Shell() {
  const { t, i18n } = useTranslation();
  const { viewer } = route.useRouteContext();
  const language = languageFor([i18n.language]);
  useSessionEnd();
  useFocusOnNavigation();
  const format = useMemo(
    () =>
      new Formatter({
        locale: localeFor(language, viewer.user?.locale),
        timeZone: viewer.branch?.timeZone ?? 'UTC',
      }),
    [language, viewer],
  );
  const items = useNavItems(viewer, format);
  return (
    <ViewerProvider viewer={viewer}>
      <FormatProvider format={format}>
        <AppFrame
          brand={viewer.customer?.name ?? viewer.branch?.brandName ?? t('app.product')}
          homeHref={paths.overview()}
          items={items}
          foot={viewer.user && `${viewer.user.firstName} ${viewer.user.lastName}`}
          footNote={viewer.user && `${roleName(viewer.user.roleName, t)} · ${languageNames[language]}`}
          banner={viewer.viewedBy && <ViewBanner viewer={viewer} watcher={viewer.viewedBy} />}
          words={{
            skip: t('app.skip'),
            navigation: t('app.navigation'),
            quickNavigation: t('app.quickNavigation'),
            menu: t('app.menu'),
            close: t('app.close'),
          }}
        >
          <Outlet />
        </AppFrame>
      </FormatProvider>
    </ViewerProvider>
  );
}

function useNavItems(viewer: Viewer, format: Formatter): NavItem[] {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const navPlaces = placesFor(viewer);
  const places = navPlaces.map(({ place }) => place);
  const { data } = useQuery(NavigationCountsDocument, {
    variables: { withDevices: places.includes('machines'), withOrders: places.includes('orders') },
    skip: !places.includes('machines') && !places.includes('orders'),
  });
  const counts: Partial<Record<Place, number>> = {
    machines: data?.fleetSummary?.devices,
    orders: data?.orderSummary?.underWay,
  };
  return navPlaces.map(({ place, group }) => {
    const { href, icon, thumb } = looks[place];
    const count = counts[place];
    return {
      key: place,
      href,
      icon,
      thumb,
      label: t(`nav.${place}`),
      group: group && t(`nav.${group}`),
      count: count === undefined ? undefined : format.number(count),
      current: href === '/' ? pathname === '/' : pathname.startsWith(href),
    };
  });
}
