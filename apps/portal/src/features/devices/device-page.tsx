import { useQuery } from '@apollo/client/react';
import { DeviceDetailDocument } from '@platen/graphql-client';
import { Columns, Empty, Sheet } from '@platen/ui';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { MissingMachines } from '../../shared/missing-machines';
import { Page } from '../../shared/page';
import { paths } from '../../shared/paths';
import { ProblemState } from '../../shared/problem-state';
import { useRight } from '../../shared/viewer';
import { DeviceActions } from './device-actions';
import type { DeviceDetail } from './device-detail';
import { DeviceHeadline } from './device-headline';
import { DeviceTabs } from './device-tabs';
import { SuppliesSheet } from './supplies-sheet';
import { UnderWaySheet } from './under-way-sheet';

const route = getRouteApi('/in/machines/$deviceId');

/** One machine: state in words, supplies, what is under way, tabs. */
export function DevicePage() {
  const { t } = useTranslation();
  const { deviceId } = route.useParams();
  const withOrders = useRight('order:read');
  const withTickets = useRight('ticket:read');
  const { data, error, refetch } = useQuery(DeviceDetailDocument, {
    variables: { id: deviceId, withOrders, withTickets },
    fetchPolicy: 'cache-and-network',
  });
  const crumbs = [{ label: t('nav.products') }, { label: t('devices.title'), href: paths.devices() }];
  const device = data?.device;

  if (!device) {
    return (
      <Page title={t('devices.one')} crumbs={crumbs}>
        <Sheet>
          {error && <ProblemState error={error} onRetry={() => void refetch()} />}
          {!error && device === null && <DeviceNotFound />}
        </Sheet>
      </Page>
    );
  }
  return (
    <Page
      title={device.name}
      crumbs={[
        ...crumbs,
        ...(device.site ? [{ label: device.site.name, href: paths.devices({ site: device.site.id }) }] : []),
      ]}
      about={<DeviceAbout device={device} />}
      say={<DeviceHeadline device={device} />}
      actions={<DeviceActions device={device} />}
    >
      <Columns wide>
        <SuppliesSheet device={device} />
        <UnderWaySheet device={device} />
      </Columns>
      <DeviceTabs device={device} />
    </Page>
  );
}

/** Unknown, removed, or another organisation's: the gateway does not tell them apart, nor does this page. */
function DeviceNotFound() {
  const { t } = useTranslation();
  return (
    <Empty title={t('devices.notFound.title')}>
      {t('devices.notFound.text')}
      <MissingMachines />
    </Empty>
  );
}

function DeviceAbout({ device }: { readonly device: DeviceDetail }) {
  const { t } = useTranslation();
  const parts = [
    `${device.maker} ${device.model}`,
    t('devices.serial', { serial: device.serialNumber }),
    device.site && `${device.site.city}, ${device.site.street}`,
    device.floor && t('devices.floor', { floor: device.floor }),
    device.room && t('devices.room', { room: device.room }),
  ];
  return parts.filter(Boolean).join(' · ');
}
