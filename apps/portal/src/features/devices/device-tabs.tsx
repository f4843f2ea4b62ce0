import { Tabs } from '@mantine/core';
import { Sheet, Stack } from '@platen/ui';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../../shared/paths';
import { useRight } from '../../shared/viewer';
import { DeviceFacts } from './device-facts';
import { DeviceOrders } from './device-orders';
import type { DeviceDetail } from './device-detail';
import { DeviceServiceHistory } from './device-service-history';
import { MeterTable } from './meter-table';

const route = getRouteApi('/in/machines/$deviceId');

/** Tabs of a machine; the one in view is part of the URL. */
export function DeviceTabs({ device }: { readonly device: DeviceDetail }) {
  const { t } = useTranslation();
  const router = useRouter();
  const { tab = 'overview' } = route.useSearch();
  const withOrders = useRight('order:read');
  const withTickets = useRight('ticket:read');
  const show = (next: string | null) =>
    router.history.replace(`${paths.device(device.id)}${next && next !== 'overview' ? `?tab=${next}` : ''}`);
  return (
    <Tabs value={tab} onChange={show} mt={28}>
      <Tabs.List mb={20} aria-label={t('devices.tabs.label')}>
        <Tabs.Tab value="overview">{t('devices.tabs.overview')}</Tabs.Tab>
        {withOrders && <Tabs.Tab value="orders">{t('devices.tabs.orders')}</Tabs.Tab>}
        <Tabs.Tab value="meters">{t('devices.tabs.meters')}</Tabs.Tab>
        {withTickets && <Tabs.Tab value="service">{t('devices.tabs.service')}</Tabs.Tab>}
      </Tabs.List>
      <Tabs.Panel value="overview">
        <Stack>
          <DeviceFacts device={device} />
        </Stack>
      </Tabs.Panel>
      <Tabs.Panel value="orders">
        <DeviceOrders device={device} />
      </Tabs.Panel>
      <Tabs.Panel value="meters">
        <Sheet flush>
          <MeterTable meters={device.meters} />
        </Sheet>
      </Tabs.Panel>
      <Tabs.Panel value="service">
        <DeviceServiceHistory deviceId={device.id} />
      </Tabs.Panel>
    </Tabs>
  );
}
